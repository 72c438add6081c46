/** An AppRec as a GP's record system writes it (form after the published standard; numbers and names invented). */
export function appRecXml(options: { version?: '1.0' | '1.1'; status?: string; errors?: string; msgId?: string; prefix?: string } = {}): string {
  const { version = '1.0', status = '<Status V="1" DN="OK"/>', errors = '', msgId = 'b62016eb-6c2d-417a-8ecc-157b3c5ee2ca' } = options;
  const [namespace, migVersion] = version === '1.0' ? ['http://www.kith.no/xmlstds/apprec/2004-11-21', '1.0 2004-11-21'] : ['http://www.kith.no/xmlstds/apprec/2012-02-15', 'v1.1 2012-02-15'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<AppRec xmlns="${namespace}">
  <MsgType V="APPREC"/>
  <MIGversion>${migVersion}</MIGversion>
  <GenDate>2026-03-29T10:10:28</GenDate>
  <Id>4fd4fb70-5a4e-4d5c-9d7e-0a0a0a0a0a0a</Id>
  <Sender>
    <HCP>
      <Inst>
        <Name>Bakken legesenter</Name>
        <Id>999000222</Id>
        <TypeId V="ENH"/>
        <AdditionalId><Id>8300001</Id><Type V="HER"/></AdditionalId>
        <HCPerson><Name>Åse Øvrebø</Name><Id>9144889</Id><TypeId V="HPR"/><AdditionalId><Id>8300011</Id><Type V="HER"/></AdditionalId></HCPerson>
      </Inst>
    </HCP>
  </Sender>
  <Receiver>
    <HCP>
      <Inst>
        <Name>Fjordbyen sykehus HF</Name>
        <Id>8200001</Id>
        <TypeId V="HER"/>
        <Dept><Name>Koordinerende enhet</Name><Id>8200002</Id><TypeId V="HER"/></Dept>
      </Inst>
    </HCP>
  </Receiver>
  ${status}${errors}
  <OriginalMsgId>
    <MsgType V="DIALOG_NOTAT"/>
    <IssueDate>2026-03-29T03:30:00</IssueDate>
    <Id>${msgId}</Id>
  </OriginalMsgId>
</AppRec>`;
}
