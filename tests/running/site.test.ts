import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  makeDataFolder,
  processesUsing,
  scripts,
  startProgram,
  takePort,
  untilNothingUses,
} from './program.fixture.ts';

const { folder, remove } = makeDataFolder();
const settings = { MIDDLETIER_DATA: folder, PORT: '0' };

const announced = /Middle Tier is at (http:\/\/\S+)/;

/** Starts the site as `npm start` does and waits until it says where it is. */
async function startSite(command: readonly string[] = [scripts.start], more: Record<string, string> = {}) {
  const program = startProgram(command, { ...settings, ...more });
  const [, address = ''] = await program.untilSaid(announced);
  return { ...program, address };
}

function mainOf(): number {
  const found = processesUsing(folder).find(({ command }) => command.includes('main.ts start'));
  assert.ok(found, 'the program runs');
  return found.pid;
}

describe('the site', { concurrency: 1 }, () => {
  after(remove);

  before(async () => {
    const site = await startSite();
    assert.match(site.said(), /invented county/);
    const first = await fetch(site.address);
    assert.equal(first.status, 200);
    assert.match(new URL(first.url).pathname, /^\/sign-in/, 'nobody has signed in');
    const people = await fetch(new URL('/demonstration/sign-in', site.address));
    assert.equal(people.status, 200);
    assert.match(await people.text(), /Invented data/);
    site.kill('SIGTERM');
    assert.equal(await site.ended, 0);
    await untilNothingUses(folder);
  });

  test('the second start does not load the demonstration again', async () => {
    const site = await startSite();
    assert.doesNotMatch(site.said(), /invented|Importing/);
    site.kill('SIGTERM');
    assert.equal(await site.ended, 0);
    await untilNothingUses(folder);
  });

  test('what the demonstration loaded is in the log of official files, as of every other import', async () => {
    const check = startProgram([scripts.main, 'logs', 'check'], settings);
    assert.equal(await check.ended, 0, check.said());
    assert.match(check.said(), /the installation, log of official files: [1-9]\d* entries\n {2}Whole\./);
    await untilNothingUses(folder);
  });

  test('Ctrl-C ends it in good order and leaves nothing behind', async () => {
    const site = await startSite();
    site.signalGroup('SIGINT');
    assert.equal(await site.ended, 0);
    await untilNothingUses(folder);
    assert.ok(!existsSync(join(folder, 'serving.lock')));
  });

  for (const victim of ['npm', 'the script npm runs', 'the program']) {
    test(`when ${victim} is killed, nothing is left behind, and the next start works`, async () => {
      const site = await startSite(victim === 'npm' ? ['npm', 'start'] : [scripts.start]);
      if (victim === 'the program') process.kill(mainOf(), 'SIGKILL');
      else site.kill('SIGKILL');
      await untilNothingUses(folder);

      const next = await startSite();
      assert.equal((await fetch(next.address)).status, 200);
      next.kill('SIGTERM');
      await next.ended;
      await untilNothingUses(folder);
    });
  }

  test('a second one on the same data folder is refused, naming the first; commands work beside it', async () => {
    const site = await startSite();
    const second = startProgram([scripts.start], settings);
    assert.equal(await second.ended, 2);
    assert.match(second.said(), new RegExp(`already runs on ${folder} \\(process ${mainOf()}\\)`));
    assert.match(second.said(), /MIDDLETIER_DATA/);

    const command = startProgram([scripts.middletier, 'analyse', '--all', '--json'], settings);
    assert.equal(await command.ended, 0, command.said());
    JSON.parse(command.said());

    assert.equal((await fetch(site.address)).status, 200);
    site.kill('SIGTERM');
    await site.ended;
    await untilNothingUses(folder);
  });

  test('a lock that names a number which now belongs to another program is known to be stale', async () => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    writeFileSync(join(folder, 'serving.lock'), JSON.stringify({ pid: process.pid, started: '1', boot }));
    const site = await startSite();
    site.kill('SIGTERM');
    assert.equal(await site.ended, 0);
    await untilNothingUses(folder);
  });

  test('a port that is taken is told in words', async () => {
    const taken = await takePort();
    const site = startProgram([scripts.start], { ...settings, PORT: String(taken.port) });
    assert.equal(await site.ended, 2);
    assert.match(site.said(), new RegExp(`Port ${taken.port} on 127.0.0.1 is taken`));
    taken.giveBack();
    await untilNothingUses(folder);
  });
});

test('settings that cannot be used are told all at once, in words and for machines', () => {
  const environment = { ...process.env, PORT: 'http', HOST: '0.0.0.0', MIDDLETIER_PORT: '80' };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [scripts.main, ...args], {
      encoding: 'utf8',
      env: environment,
    });
    return { status, stdout, stderr };
  };
  const words = run('start');
  assert.equal(words.status, 2);
  for (const name of ['PORT', 'HOST', 'MIDDLETIER_PORT'])
    assert.match(words.stderr, new RegExp(`- ${name}: `));

  const document = run('start', '--json');
  assert.equal(document.status, 2);
  const { error } = JSON.parse(document.stdout) as { error: { code: string; whatToDo: string[] } };
  assert.equal(error.code, 'configuration-invalid');
  assert.equal(error.whatToDo.length, 3);

  assert.equal(run('--help').status, 0, 'help is given all the same');
  assert.equal(run('settings').status, 0);
});

test('a command that is not understood is told in words, with exit code 2', () => {
  for (const args of [['strat'], ['start', '--prot'], []]) {
    const { status, stderr } = spawnSync(process.execPath, [scripts.main, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...settings },
    });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /middletier --help/);
  }
});

test('every command has help with examples', () => {
  const help = (...args: string[]) =>
    spawnSync(process.execPath, [scripts.main, ...args, '--help'], { encoding: 'utf8' }).stdout;
  const names = [...help().matchAll(/^ {2}([a-z][a-z-]*)(?: [[<].*| {2,}.*)$/gm)].map(
    ([, name]) => name ?? '',
  );
  for (const name of ['start', 'import', 'sources', 'overview', 'analyse', 'demonstration', 'settings']) {
    assert.ok(names.includes(name), name);
  }
  for (const name of names.filter((each) => each !== 'help')) assert.match(help(name), /Examples?:/, name);
  assert.match(help(), /Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
});

test('help and mistakes are one JSON document for machines, and sentences for people', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [scripts.main, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...settings },
    });
  assert.match((JSON.parse(run('--json', 'import', '--help').stdout) as { help: string }).help, /^Usage: /);
  assert.match(run('import', '--help').stdout, /--json/, 'the help of each command names it');
  assert.equal(
    run('schol').stderr.split('\n').slice(0, 2).join('\n'),
    'Unknown command “schol”.\n  - Did you mean school?',
  );
  const { error } = JSON.parse(run('--json', 'schol').stdout) as { error: { message: string } };
  assert.equal(error.message, 'Unknown command “schol”.');
});
