import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { complianceCellQuerySchema, complianceCellSchema, complianceEventLogQuerySchema, complianceFileSchema, complianceIndicatorsSchema, complianceNprQuerySchema, complianceQuerySchema, complianceReportSchema, worklistExportSchema } from '@forlop/contracts';
import { defects, defectTexts, indicators, ocelOf, xesOf } from '@forlop/compliance';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Downloads, XLSX } from '../http/downloads.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { ComplianceService } from './compliance.service.js';
import { EventLogService } from './event-log.service.js';
import { NprService } from './npr.service.js';

const aboutEventLog = 'Hva som skjedde med hvem som ble mottatt i perioden, for verktøy som leter etter mønstre i prosesser. Et forløp er et pseudonym som ikke kan regnes tilbake. Ingen navn, fødselsdatoer, tekster eller ansatte er med. Frister som ble møtt og brutt, er hendelser; det som er rettet, står med sitt eget livsløp. Hvem som er med, føres i tilgangsloggen.';

const aboutNpr = 'Henvisninger mottatt i perioden, med utsettelser og kontakter, som rader med de offisielle kodene (9148, 8432, 8445, 8446), til kontroll mot det sykehuset melder til Norsk pasientregister. Pasient og henvisning er pseudonymer. Det som ikke er registrert eller ikke har noen kode, fylles ikke ut, men står som merknad. Hvem som er med, føres i tilgangsloggen.';

/** The audit of frister: a number, and what it is made of. */
@ApiTags('Etterlevelse')
@Controller(`${API}/compliance`)
export class ComplianceController {
  constructor(private readonly compliance: ComplianceService, private readonly eventLog: EventLogService, private readonly npr: NprService) {}

  @Allows('compliance.read', 'antall holdte og brutte frister')
  @Get('report')
  @Documented({
    summary: 'Hent fristrapporten',
    description: 'Hva frister kommer til, for hver virksomhet med alt under: startet, møtt, møtt for sent, brutt, løper, i fare og utenfor med grunn, hvem forsinkelsen ligger hos og ventetid; som registrert og kvalitetssikret. Samme spørsmål om samme journal gir samme bytes, og hashen følger med. Den som ser pasienter, får tall for sine egne. Andre får hele huset for ett kalenderår, uten tall under fem.',
    answers: { 200: { description: 'Rapporten.', schema: complianceReportSchema } },
  })
  report(@Query({ schema: complianceQuerySchema }) query: z.output<typeof complianceQuerySchema>): Promise<z.input<typeof complianceReportSchema>> {
    return this.compliance.report(query);
  }

  @Allows('compliance.read', 'antall holdte og brutte frister')
  @Get('report/csv')
  @Downloads('text/csv', 'fristrapport.csv')
  @Documented({
    summary: 'Last ned fristrapporten som CSV',
    description: 'De samme tallene, en linje for hver virksomhet og frist, med rapportens hash øverst.',
    answers: { 200: { description: 'Filen.', schema: worklistExportSchema } },
  })
  file(@Query({ schema: complianceQuerySchema }) query: z.output<typeof complianceQuerySchema>): Promise<string> {
    return this.compliance.file(query);
  }

  @Allows('compliance.read', 'antall holdte og brutte frister')
  @Get('report/xlsx')
  @Downloads(XLSX, 'fristrapport.xlsx')
  @Documented({
    summary: 'Last ned fristrapporten som regneark',
    description: 'De samme tallene som XLSX: om rapporten med hash, tall, ventetid, grunner, kvalitet og hva tallene betyr. Ingen celle har en formel. Regnearket kan kontrolleres med «forlop verify --report».',
    answers: { 200: { description: 'Filen.', schema: complianceFileSchema } },
  })
  async workbook(@Query({ schema: complianceQuerySchema }) query: z.output<typeof complianceQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.compliance.workbook(query));
  }

  @Allows('compliance.read', 'antall holdte og brutte frister')
  @Get('report/pdf')
  @Downloads('application/pdf', 'fristrapport.pdf')
  @Documented({
    summary: 'Last ned fristrapporten som PDF',
    description: 'De samme tallene som universelt utformet PDF (PDF/UA), med overskrifter, bokmerker og tabellhoder. Hashen står på hver side.',
    answers: { 200: { description: 'Filen.', schema: complianceFileSchema } },
  })
  async pdf(@Query({ schema: complianceQuerySchema }) query: z.output<typeof complianceQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.compliance.pdf(query));
  }

  @Allows('compliance.open', 'fristene bak et tall')
  @Get('cell')
  @Documented({
    summary: 'Åpne et tall',
    description: 'Fristene som et tall i rapporten er laget av, med samme spørsmål og det utfallet som åpnes; version, variant og step gir linjen i en rapport som er delt opp. Hver har nøkkelen som forklaringen hentes med. Med defect vises kvalitetskøen: postene som forvrenger tallet, og hvorfor; hva som retter dem, står i compliance/indicators.',
    answers: { 200: { description: 'En side.', schema: complianceCellSchema } },
  })
  cell(@Query({ schema: complianceCellQuerySchema }) query: z.output<typeof complianceCellQuerySchema>): Promise<z.input<typeof complianceCellSchema>> {
    return this.compliance.cell(query);
  }

  @Allows('compliance.open', 'hendelsesloggen, uten navn')
  @Get('events/xes')
  @Downloads('application/xml', 'hendelseslogg.xes')
  @Documented({ summary: 'Last ned hendelsesloggen som XES', description: `${aboutEventLog} XES er IEEE 1849-2016.`, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } } })
  async xes(@Query({ schema: complianceEventLogQuerySchema }) query: z.output<typeof complianceEventLogQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.eventLog.file(query, xesOf));
  }

  @Allows('compliance.open', 'hendelsesloggen, uten navn')
  @Get('events/ocel')
  @Downloads('application/json', 'hendelseslogg.jsonocel')
  @Documented({ summary: 'Last ned hendelsesloggen som OCEL', description: `${aboutEventLog} OCEL 2.0 har forløp, henvisning, frist, møte og virksomhet som objekter.`, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } } })
  async ocel(@Query({ schema: complianceEventLogQuerySchema }) query: z.output<typeof complianceEventLogQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.eventLog.file(query, ocelOf));
  }

  @Allows('compliance.open', 'NPR-rader, uten navn')
  @Get('npr/csv')
  @Downloads('text/csv', 'npr-rader.csv')
  @Documented({ summary: 'Last ned NPR-rader som CSV', description: aboutNpr, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } } })
  async nprCsv(@Query({ schema: complianceNprQuerySchema }) query: z.output<typeof complianceNprQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.npr.csv(query));
  }

  @Allows('compliance.open', 'NPR-rader, uten navn')
  @Get('npr/xlsx')
  @Downloads(XLSX, 'npr-rader.xlsx')
  @Documented({ summary: 'Last ned NPR-rader som regneark', description: `${aboutNpr} Kodeverkene står i et eget ark.`, answers: { 200: { description: 'Filen.', schema: complianceFileSchema } } })
  async nprWorkbook(@Query({ schema: complianceNprQuerySchema }) query: z.output<typeof complianceNprQuerySchema>): Promise<StreamableFile> {
    return new StreamableFile(await this.npr.workbook(query));
  }

  @Allows('rules.read', 'definisjonene av tallene')
  @Get('indicators')
  @Documented({
    summary: 'Hent hva tallene betyr',
    description: 'Hvert tall i rapporten med teller, nevner og hva som holdes utenfor, og hva som kan forvrenge det.',
    answers: { 200: { description: 'Definisjonene.', schema: complianceIndicatorsSchema } },
  })
  indicators(): z.input<typeof complianceIndicatorsSchema> {
    return { indicators, defects: defects.map((id) => ({ id, title: defectTexts[id].title, remedy: defectTexts[id].remedy, byDesign: defectTexts[id].byDesign === true })) };
  }
}
