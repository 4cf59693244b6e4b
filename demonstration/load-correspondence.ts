import { confirmReading } from '#/analyse/actions/confirm-reading.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import { replyToCategory } from '#/analyse/actions/reply-to-category.ts';
import type { Parts } from '#/parts.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answerRequest } from '#/schools/actions/answer-request.ts';
import { askSchools } from '#/schools/actions/ask-school.ts';
import { readRequests } from '#/schools/actions/read-requests.ts';
import { actingAs } from './people/acting.ts';
import { written, type Written } from './people/correspondence.ts';

/**
 * Lets the invented people write to one another, each as themselves and by what the pages do. Done once: where schools were
 * asked for anything already, nothing is added.
 */
export async function loadCorrespondence(parts: Parts, authority: string): Promise<void> {
  const { people } = await readPeople(parts, await parts.person(), authority);
  const acting = actingAs(people, authority);
  const { requests } = await readRequests(parts, await parts.person(), authority);
  if (requests.length > 0) return;
  for (const one of written(parts.today())) await write(parts, authority, acting(one.by), one);
}

async function write(parts: Parts, authority: string, person: Person, one: Written): Promise<void> {
  const outcome = await done(parts, authority, person, one);
  // Our own people by our own actions: whatever is refused is a bug of one or the other.
  if (outcome.kind === 'problems') throw new Error(`Not written: ${JSON.stringify(outcome.problems)}`);
}

async function done(
  parts: Parts,
  authority: string,
  person: Person,
  one: Written,
): Promise<{ readonly kind: 'done' } | { readonly kind: 'problems'; readonly problems: readonly object[] }> {
  switch (one.kind) {
    case 'request':
      return askSchools(parts, person, { ...one, authority });
    case 'receipt': {
      const { now } = await readOurView(parts, person, authority, one.urn);
      const decision = now?.told.decision ?? '';
      const read = decision === '' ? {} : { decision };
      return confirmReading(parts, person, { authority, urn: one.urn, run: now?.run.id ?? '', ...read });
    }
    case 'reply':
      return replyToCategory(parts, person, { authority, urn: one.urn, words: one.words });
    case 'answer': {
      const { requests } = await readRequests(parts, person, authority);
      const request = requests.find(({ urn, what }) => urn === one.urn && what === one.what)?.id ?? '';
      return answerRequest(parts, person, { authority, urn: one.urn, request, words: one.words });
    }
  }
}
