import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Headers, HttpCode, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { peerReady } from '../system/peer.js';
import { bareSchema, type TableWrite } from './same-rows.js';

/**
 * What a command through the API is compared with: a Nest endpoint that knows no rules. It locks the pathway, writes the
 * same rows to the same kind of tables in the same database in one transaction, and answers. No validation, no
 * encryption, no hashing, no log.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const writes = JSON.parse(process.env.BENCH_ROWS ?? '[]') as TableWrite[];
const allAtOnce = writes.map(({ table, statement }, i) => `w_${table} as (${statement.replace('$1', `$${i + 1}`)})`).join(', ');

@Controller('bare/pathways/:id')
class BareController {
  /** A statement for each table, as a service with a repository for each would. */
  @Post('by-table')
  @HttpCode(200)
  byTable(@Param('id') id: string, @Headers('idempotency-key') key: string, @Body() _: object): Promise<object> {
    return this.once(id, key, async (client, rows) => {
      for (const [i, { table, statement }] of writes.entries()) await client.query({ name: table, text: statement, values: [rows[i]] });
    });
  }

  /** All tables in one statement: the fewest round trips that can be. */
  @Post('at-once')
  @HttpCode(200)
  atOnce(@Param('id') id: string, @Headers('idempotency-key') key: string, @Body() _: object): Promise<object> {
    return this.once(id, key, async (client, rows) => void (await client.query({ name: 'all', text: `with ${allAtOnce} select 1`, values: rows })));
  }

  private async once(id: string, key: string, write: (client: pg.PoolClient, rows: string[]) => Promise<void>): Promise<object> {
    const client = await pool.connect();
    const eventId = randomUUID();
    try {
      await client.query('begin');
      await client.query({ name: 'lock', text: `select head_position from ${bareSchema}.pathway where id = $1 for no key update`, values: [id] });
      await write(client, writes.map(({ rows }) => JSON.stringify(rows.map((row) => ownRow(row, id, key, eventId)))));
      await client.query('commit');
      return { pathwayId: id, eventIds: [eventId] };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** The row as it would be for this pathway and request. */
function ownRow(row: Readonly<Record<string, unknown>>, pathwayId: string, key: string, eventId: string): Record<string, unknown> {
  if ('request_hash' in row) return { ...row, key };
  if ('prev_hash' in row) return { ...row, id: eventId, pathway_id: pathwayId };
  return 'pathway_id' in row ? { ...row, pathway_id: pathwayId } : { ...row, id: pathwayId };
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(Number(process.env.BENCH_PORT), '127.0.0.1');
peerReady();
