import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { categoryInALine, schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { whyNoInspection } from '#/schools/rules/inspection-words.ts';

/** Says what one page says of one school, for a terminal. */
export function tellSchool(terminal: Terminal, read: SchoolRead): void {
  const { school } = read.evidence;
  terminal.line(`${school.name} (${school.urn}), ${school.phase}, ${school.type}, ${school.authority}`);
  if (read.invented) terminal.line('Invented: this school does not exist.');
  if (read.row === null || read.run === null) {
    terminal.line(
      read.category === 'in confidence'
        ? 'Its category is in confidence.'
        : `Not analysed yet. Run: npx middletier analyse --authority ${read.authority.slug}`,
    );
    return;
  }
  const { proposal, lastInspection, was } = read.row;
  const inWords = (code: string) => categoryInALine(read.scheme, code);
  terminal.line(`Proposed category: ${inWords(proposal.category)}`);
  if (was !== null) terminal.line(`In the run before: ${inWords(was)}`);
  terminal.line(`As known on ${dateInWords(read.run.asAt)}, scheme ${schemeTitle(read.scheme)}`);
  if (proposal.group !== null) terminal.line(`Group told to the school: ${proposal.group}`);
  terminal.line(
    lastInspection === null
      ? `Last inspection: ${whyNoInspection(read.evidence)}`
      : `Last inspection: ${lastInspection.words}, ${dateInWords(lastInspection.startedOn)}`,
  );
  tellList(terminal, `Decided by: ${proposal.decidedBy.words}`, proposal.decidedBy.because);
  tellList(terminal, 'Strongest reasons', proposal.reasons);
  tellList(
    terminal,
    'What would change it',
    proposal.wouldChange.map(({ change, category }) => `${change}. Then: ${inWords(category)}`),
  );
  terminal.line();
  terminal.line(`How sure: ${proposal.sureness.level}. ${proposal.sureness.words}`);
  terminal.line();
  terminal.table(['Indicator', 'Points', 'of', 'Shown', 'Held against'], readingRows(proposal.readings));
  if (read.notCounted.length === 0) return;
  terminal.line();
  terminal.line('Not counted in this scheme');
  terminal.table(['Indicator', 'Points', 'of', 'Shown', 'Held against'], readingRows(read.notCounted));
}

function readingRows(readings: SchoolRead['notCounted']) {
  return readings.map(({ title, state, points, maximum, shown, threshold }) => [
    title,
    state === 'read' ? points : 'no evidence',
    maximum,
    shown,
    threshold,
  ]);
}

function tellList(terminal: Terminal, heading: string, items: readonly string[]): void {
  if (items.length === 0) return;
  terminal.line();
  terminal.line(heading);
  for (const item of items) terminal.line(`  - ${item}`);
}
