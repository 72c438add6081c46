import { Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { choicesQuery } from './queries.js';
import { icpc2 } from './referral-values.js';

interface Props {
  /** The diagnosis code as it is typed. */
  readonly reason: string;
  /** The id of the chosen pathway; empty: the one that the reason leads to. */
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** Fewer letters than this are no code yet. */
const shortestCode = 3;

/** Which pathway the referral is for: as its reason says, or another that somebody chooses. */
export function PathwayChoice({ reason, chosen, choose }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const code = reason.trim().toUpperCase();
  const { data } = useQuery(choicesQuery(icpc2, code.length < shortestCode ? '' : code));
  const titled = (data?.choices ?? []).map(({ id, title }) => ({ id, title: inLanguage(title, language) }));
  const byReason = titled.find(({ id }) => id === data?.byReason);
  return (
    <Select label={text('pathway')} description={text(byReason === undefined ? 'pathwayNone' : 'pathwayHelp')} size="small" value={chosen} onChange={({ target }) => choose(target.value)}>
      <option value="">{byReason === undefined ? text('pathwayChoose') : text('pathwayByReason', { title: byReason.title })}</option>
      {titled.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
    </Select>
  );
}
