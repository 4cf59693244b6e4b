import { addReceipt, lockCorrespondence, receipts } from '#/analyse/records/correspondence.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { SaidOutcome } from './our-view.ts';
import { isAbout } from '#/analyse/rules/told.ts';
import { toldToSchool } from './told-to-school.ts';

/**
 * Confirms that head or chair has read what the school is told: once a person for as long as the same is told. Where another
 * category was told since they opened the page, nothing is confirmed, because they have not read that one.
 *
 * @param asked `run`: the analysis whose category was on the page; `decision`: the one whose letter was, else empty
 */
export async function confirmReading(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn; readonly run: string; readonly decision?: string },
): Promise<SaidOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  permitForSchool(person, 'answer for the school', slug, asked.urn);
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockCorrespondence(transaction);
    const { now } = await toldToSchool(transaction, parts.reference(), slug, asked.urn, parts.today());
    if (now === null) throw nothingThere();
    const read = { run: asked.run, decision: asked.decision ?? null };
    if (!isAbout(now.told, read)) {
      return { kind: 'problems', problems: [{ field: 'confirm', text: changedMeanwhile }] };
    }
    const before = await receipts(transaction, asked.urn);
    if (before.some((one) => one.person === person.id && isAbout(now.told, one)))
      return { kind: 'done', already: true };
    const as = roleFor(person, slug, asked.urn);
    const { decision } = now.told;
    const of = decision === null ? { run: now.run.id } : { decision };
    await addReceipt(transaction, { of, urn: asked.urn, as, name: person.name });
    await logChange(transaction, {
      act: 'confirmed having read the category',
      about: { kind: 'category told', key: asked.urn },
      aboutName: `the category told to school ${asked.urn}`,
      urn: asked.urn,
      from: null,
      to: decision === null ? `read as ${as}` : `read the letter as ${as}`,
      why: null,
    });
    return { kind: 'done', already: false };
  });
}

const changedMeanwhile =
  'The category has changed since you opened the page. Nothing was confirmed: read what it is now, then confirm.';

function roleFor(person: Person, authority: string, urn: Urn): 'headteacher' | 'chair' {
  const heads = { ...person, roles: person.roles.filter(({ role }) => role === 'headteacher') };
  return reachOf(heads, 'answer for the school', authority).schools.has(urn) ? 'headteacher' : 'chair';
}
