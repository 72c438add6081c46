import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { complianceCellQuerySchema, complianceCellSchema, complianceIndicatorsSchema, complianceQuerySchema, complianceReportSchema, worklistExportSchema } from '@forlop/contracts';
import { defects, defectTexts, indicators } from '@forlop/compliance';
import type * as z from 'zod';
import { Allows } from '../access/allows.js';
import { Documented } from '../openapi/documented.js';
import { API } from '../tokens.js';
import { ComplianceService } from './compliance.service.js';

/** The audit of frister: a number, and what it is made of. */
@ApiTags('Etterlevelse')
@Controller(`${API}/compliance`)
export class ComplianceController {
  constructor(private readonly compliance: ComplianceService) {}

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
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="fristrapport.csv"')
  @ApiProduces('text/csv')
  @Documented({
    summary: 'Last ned fristrapporten som CSV',
    description: 'De samme tallene, en linje for hver virksomhet og frist, med rapportens hash øverst.',
    answers: { 200: { description: 'Filen.', schema: worklistExportSchema } },
  })
  file(@Query({ schema: complianceQuerySchema }) query: z.output<typeof complianceQuerySchema>): Promise<string> {
    return this.compliance.file(query);
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
