/**
 * `npm run fuzz -- --minutes 60`: imports mutated files until the time is over, and says how many. A case that fails is
 * written out beside its number, which makes it again: `npm run fuzz -- --from 123456 --cases 8`. With `--packed`:
 * packed files and spreadsheets.
 */
import { tmpdir } from 'node:os';
import { inspect, parseArgs } from 'node:util';
import { originals } from './originals.ts';
import { tryCases, writeCase, type Tried } from './try-cases.ts';
import { tryPacked, writePacked } from './try-packed.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    cases: { type: 'string', default: '1000000000' },
    packed: { type: 'boolean', default: false },
    'keep-going': { type: 'boolean', default: false },
  },
});

const seeds = originals(true);
const atOnce = values.packed ? 1 : 8;
const end = performance.now() + Number(values.minutes) * 60_000;
let from = Number(values.from);
const most = Number(values.cases);
let failures = 0;
const total: Tried = { cases: 0, imported: 0, setAside: 0, rowsRead: 0, rowsSetAside: 0 };
let toldAt = performance.now();

const say = (text: string) => process.stdout.write(`${text}\n`);

while (performance.now() < end && total.cases < most) {
  let reached: Tried = { cases: 0, imported: 0, setAside: 0, rowsRead: 0, rowsSetAside: 0 };
  try {
    await (values.packed ? tryPacked : tryCases)(from, seeds, (tried) => {
      reached = { ...tried };
      if (performance.now() - toldAt > 60_000) {
        toldAt = performance.now();
        say(`${total.cases + tried.cases} cases, ${failures} failed`);
      }
      return performance.now() < end && total.cases + tried.cases < most;
    });
  } catch (error) {
    failures += 1;
    const first = from + reached.cases;
    say(inspect(error).slice(0, 3000));
    for (let number = first; number < first + atOnce; number += 1)
      say(`  ${await (values.packed ? writePacked : writeCase)(number, seeds, tmpdir())}`);
    if (!values['keep-going']) break;
    reached.cases += atOnce;
  }
  add(total, reached);
  from += reached.cases;
}
say(
  `${total.cases} cases, ${total.imported} imported, ${total.setAside} set aside with a reason; ${total.rowsRead} rows read, ${total.rowsSetAside} of them set aside with a reason; ${failures} failed.`,
);
process.exitCode = failures === 0 ? 0 : 1;

function add(sum: Tried, more: Tried): void {
  sum.cases += more.cases;
  sum.imported += more.imported;
  sum.setAside += more.setAside;
  sum.rowsRead += more.rowsRead;
  sum.rowsSetAside += more.rowsSetAside;
}
