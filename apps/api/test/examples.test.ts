import { expect, test } from '@jest/globals';
import * as contracts from '@forlop/contracts';
import * as z from 'zod';

const examples = Object.entries(contracts).flatMap(([name, schema]) => {
  const example = schema instanceof z.ZodType ? schema.meta()?.['example'] : undefined;
  return example === undefined ? [] : [[name, schema as z.ZodType, example] as const];
});

test.each(examples)('the example of %s is one, with every field known', (_, schema, example) => {
  expect(schema.parse(example)).toEqual(example);
});

test('there are examples of what goes in and comes out', () => {
  expect(examples.length).toBeGreaterThan(25);
});
