/**
 * The facts and decisions of pathway `p` up to a position, as the text of a JSON list in the order of recording (`FactTuple` of
 * @forlop/compliance); null where it had none by then. Written out here because `json_build_array` takes three times as long over as many
 * events: it asks for the type of each value of each row.
 */
export const factsText = (p: string, knownAt: string): string => `(
  select '[' || string_agg('["' || e.id || '",' || e.position || ',' || to_json(e.type) || ',' || to_json(e.occurred_on) || ',' || e.data || ',' || ${orNull('corrects')} || ',' || ${orNull('retracts')} || ']', ',' order by e.seq) || ']'
    from event e where e.pathway_id = ${p}.id and e.kind <> 'observation' and e.position <= ${knownAt})`;

function orNull(id: 'corrects' | 'retracts'): string {
  return `coalesce('"' || e.${id} || '"', 'null')`;
}
