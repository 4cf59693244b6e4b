import { randomUUID } from 'node:crypto';
import { addPapers, addPaperSteps, addVersions, lockPapers } from '#/papers/records/papers.ts';
import { logChanges } from '#/people/records/change-log.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { justAgreed, keepAgreed } from './keep-agreed.ts';
import { paperChange } from './paper-change.ts';
import type { PaperParts, PaperRead } from './papers.ts';
import type { PaperWritten } from './papers-written.ts';
import { walkPaper, type Walked } from './walk-paper.ts';

/** At the end of a transaction every new row is looked for among all that it logged: the more at once, the longer for each. */
const mostAtOnce = 50;

/**
 * Keeps many papers with all that became of them, each thing in the name of whoever did it and by the rules of the single
 * actions: for the demonstration. What one person did at the same turn to several papers is one transaction, or a few. Mail is not sent.
 *
 * @returns identities of the papers, in the order given
 * @throws Error where a rule refuses something, before anything is kept
 */
export async function keepPapers(
  parts: PaperParts,
  asked: { readonly authority: string; readonly papers: readonly PaperWritten[] },
): Promise<readonly string[]> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const walked = new Map<PaperWritten, Walked>();
  for (const one of asked.papers) {
    const whole = one.partOf === undefined ? null : walked.get(one.partOf)?.at(-1)?.paper;
    if (whole === undefined) throw new Error(`A ${one.kind} of ${one.urn} comes before what it is part of`);
    walked.set(one, walkPaper(parts, one, { id: randomUUID(), authority: authority.slug, partOf: whole }));
  }
  const records = await parts.records();
  // What is part of another is opened after it.
  for (const some of [true, false].map((isWhole) =>
    [...walked.values()].filter((one) => partOfNone(one) === isWhole),
  )) {
    const longest = Math.max(0, ...some.map(({ length }) => length));
    for (let turn = 0; turn < longest; turn += 1) {
      const done = some.flatMap((one) => {
        const [before, now] = [turn === 0 ? undefined : one[turn - 1], one[turn]];
        return now === undefined ? [] : [{ ...now, before: before?.paper ?? null }];
      });
      for (const of of Map.groupBy(done, ({ person }) => person.id).values()) {
        for (let from = 0; from < of.length; from += mostAtOnce) {
          const some = of.slice(from, from + mostAtOnce);
          const [first] = some;
          if (first !== undefined)
            await records.inAuthority(authority.slug, first.person, (transaction) =>
              write(transaction, some),
            );
        }
      }
    }
  }
  return [...walked.values()].map((one) => one[0]?.paper.id ?? '');
}

interface Done {
  readonly paper: PaperRead;
  /** `null`: it is opened now. */
  readonly before: PaperRead | null;
  readonly act: string;
}

async function write(transaction: AuthorityTransaction, done: readonly Done[]): Promise<void> {
  await lockPapers(transaction);
  await addPapers(
    transaction,
    done.flatMap(({ paper: { id, urn, kind, side, template, partOf, opened }, before }) =>
      before === null ? [{ id, urn, kind, side, template, partOf, on: opened.on, name: opened.name }] : [],
    ),
  );
  await addVersions(
    transaction,
    done.flatMap(({ paper: { id, urn, side, newest }, before }) => {
      if (newest === null || newest.number === before?.newest?.number) return [];
      const { number, aboutOn, content, name } = newest;
      return [{ paper: id, urn, side, number, aboutOn, content, name }];
    }),
  );
  await addPaperSteps(
    transaction,
    done.flatMap(({ paper: { id, urn, side, steps }, before }) => {
      const last = steps.at(-1);
      if (last === undefined || steps.length === before?.steps.length) return [];
      const { step, opened, version, on, words, name } = last;
      return [{ paper: id, urn, side, step, for: last.for, opened, version, on, words, name }];
    }),
  );
  await keepAgreed(
    transaction,
    done.flatMap(({ paper, before }) =>
      paper.steps.length === (before?.steps.length ?? 0) ? [] : justAgreed(paper),
    ),
  );
  await logChanges(
    transaction,
    done.map(({ paper, before, act }) =>
      paperChange(paper, paper.process, act, {
        from: before?.standing.words ?? null,
        to: paper.standing.words,
      }),
    ),
  );
}

function partOfNone([opening]: Walked): boolean {
  return opening?.paper.partOf === null;
}
