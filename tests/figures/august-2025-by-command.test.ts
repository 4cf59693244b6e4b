import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Command } from 'commander';
import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import { commands as analyseCommands } from '#/analyse/commands.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { RunSummary } from '#/analyse/rules/run-summary.ts';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import { importFiles } from '#/published/actions/import-files.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { commands as schoolsCommands } from '#/schools/commands.ts';
import { outcomes, type Outcome, type PhaseProfile } from '#/schools/rules/profile.ts';
import { startTestDatabase, type TestDatabase } from '../security/records.fixture.ts';

const shared = process.env['MIDDLETIER_SHARED'] ?? resolve('../shared');
const file = join(shared, 'data/ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv');
const skip = existsSync(file)
  ? false
  : `The real file is not here: ${file} (MIDDLETIER_SHARED names its folder)`;

/** Ofsted's management information as at 31 August 2025, by the commands an officer types. */
describe('Ofsted’s file of August 2025, by command', { skip }, () => {
  let database: TestDatabase;
  let store: PublishedStore;
  let parts: Parts;
  let said: unknown[] = [];
  const dataFolder = mkdtempSync(join(tmpdir(), 'middletier-august-'));

  before(async () => {
    const terminal = {
      json: true,
      interactive: false,
      line: () => undefined,
      table: () => undefined,
      progress: () => ({ advance: () => undefined, done: () => undefined }),
      document: (value: unknown) => void said.push(value),
    };
    const now = () => '2025-10-01T09:00:00.000Z';
    await importFiles({ dataFolder, paths: [file], now, terminal });
    store = await openPublishedStore(dataFolder);
    database = await startTestDatabase();
    const records = await database.openRecords();
    parts = {
      dataFolder,
      terminal,
      published: () => Promise.resolve(store),
      records: () => Promise.resolve(records),
      reference: loadReference,
      person: () => Promise.resolve(operator),
      site: { address: 'http://localhost:3000', provider: null },
      today: () => '2025-10-01',
      now,
    };
  });

  after(async () => {
    store.close();
    await database.end();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  /** Types a command and gives its one JSON document. */
  async function typed<Answer>(...words: string[]): Promise<Answer> {
    said = [];
    const all: Command[] = [...analyseCommands(parts), ...schoolsCommands(parts)];
    const command = all.find((each) => each.name() === words[0]);
    assert.ok(command, words[0]);
    await command.parseAsync(words.slice(1), { from: 'user' });
    assert.equal(said.length, 1, 'one document');
    return said[0] as Answer;
  }

  const counts = ({ bySchools }: PhaseProfile): Partial<Record<Outcome, number>> =>
    Object.fromEntries(
      outcomes
        .map((outcome) => [outcome, bySchools[outcome].numerator] as const)
        .filter(([, schools]) => schools !== 0),
    );
  const inCategory = (profile: PhaseProfile, category: string) =>
    profile.categoriesOfConcern.find((one) => one.category === category)?.schools.numerator;

  test('the whole file: 10,014 schools, none dropped, by overall effectiveness', async () => {
    const { own, stuck } = await typed<Overview>('overview', '--all');
    assert.equal(own.schools, 10_014);
    assert.deepEqual(counts(own.profile.all), {
      outstanding: 909,
      good: 6_901,
      'requires improvement': 537,
      inadequate: 98,
      'not judged': 1_510,
      'not yet inspected': 59,
    });
    assert.equal(inCategory(own.profile.all, 'SM'), 72);
    assert.equal(inCategory(own.profile.all, 'SWK'), 47);
    assert.equal(own.profile.all.gradedAsPredecessor.numerator, 1_386);
    assert.equal(stuck.length, 271);
    assert.equal(own.profile.all.stuck.numerator, 271);
  });

  test('Norfolk: 421 schools, 346 of them primary, beside the 9,593 others', async () => {
    const { own, others, stuck } = await typed<Overview>('overview', '--authority', 'Norfolk');
    assert.equal(own.schools, 421);
    const primary = own.profile.byPhase.find(({ phase }) => phase === 'primary');
    assert.ok(primary);
    assert.equal(primary.schools, 346);
    assert.deepEqual(counts(primary), {
      outstanding: 16,
      good: 228,
      'requires improvement': 25,
      inadequate: 4,
      'not judged': 71,
      'not yet inspected': 2,
    });
    assert.equal(others?.schools, 10_014 - 421);
    assert.match(others.label, /69 authorities/);
    assert.equal(stuck.length, 19);
  });

  test('Norfolk analysed: every school has a category, and the command counts what the register lists', async () => {
    const { run, summary } = await typed<{ run: Run; summary: RunSummary }>(
      'analyse',
      '--authority',
      'norfolk',
    );
    assert.equal(run.schools, 421);
    assert.equal(
      summary.categories.reduce((sum, { all }) => sum + all.numerator, 0),
      421,
    );
    const register = await readRegister(parts, operator, 'norfolk');
    assert.equal(register.run?.id, run.id);
    for (const { category, all } of summary.categories) {
      const listed = register.rows.filter(({ proposal }) => proposal.category === category);
      assert.equal(listed.length, all.numerator, category);
    }
    const sectors = new Set(register.rows.map(({ school }) => school.sector));
    assert.ok(sectors.has('academy') && sectors.has('maintained') && sectors.has('free school'));
    for (const { proposal } of register.rows) {
      assert.ok(proposal.decidedBy.words !== '' && proposal.decidedBy.because.length > 0, proposal.urn);
      assert.ok(proposal.sureness.couldBe.includes(proposal.category), proposal.urn);
    }
    const again = await typed<{ run: Run & { alreadyRun: boolean } }>('analyse', '--authority', 'norfolk');
    assert.deepEqual([again.run.id, again.run.alreadyRun], [run.id, true]);
  });

  test('one school says the same by command as its row in the register', async () => {
    const register = await readRegister(parts, operator, 'norfolk');
    const [worst] = register.rows;
    assert.ok(worst);
    const told = await typed<{ proposal: Proposal; category: SchoolRead['category'] }>(
      'school',
      worst.school.urn,
    );
    assert.equal(told.category, 'shown');
    assert.deepEqual(told.proposal, worst.proposal);
  });

  test('every other authority is analysed without losing a school', async () => {
    for (const { slug, schools } of (await store.authorities()).slice(0, 5)) {
      const { run } = await typed<{ run: Run }>('analyse', '--authority', slug);
      assert.equal(run.schools, schools, slug);
    }
  });

  test('a misspelt authority is told with the one that was meant', async () => {
    await assert.rejects(typed('overview', '--authority', 'Norflok'), {
      code: 'authority-unknown',
      whatToDo: ['Did you mean Norfolk?'],
    });
    await assert.rejects(typed('analyse'), { code: 'usage', message: /70 authorities/ });
    await assert.rejects(typed('school', '12'), { code: 'usage' });
    await assert.rejects(typed('school', '999999'), { code: 'not-found' });
  });
});
