import { Box, Heading, HStack, Tag, VStack, type TagProps } from '@navikt/ds-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title?: string;
  /** Of the title. */
  readonly level?: '3' | '4';
  /** How far it has come. */
  readonly state?: { readonly name: string; readonly colour: NonNullable<TagProps['data-color']> } | undefined;
  readonly children: ReactNode;
}

/** An entry of a list: what it is called, how far it has come, and all that belongs to it. */
export function Card({ title, level = '3', state, children }: Props) {
  return (
    <Box asChild padding="space-16" borderWidth="1" borderColor="neutral-subtle" borderRadius="8">
      <li className="app-whole">
        <VStack gap="space-8" align="stretch">
          {(title !== undefined || state !== undefined) && (
            <HStack gap="space-8" align="center" wrap>
              {title !== undefined && (
                <Heading level={level} size="xsmall">
                  {title}
                </Heading>
              )}
              {state !== undefined && (
                <Tag size="small" variant="outline" data-color={state.colour}>
                  {state.name}
                </Tag>
              )}
            </HStack>
          )}
          {children}
        </VStack>
      </li>
    </Box>
  );
}
