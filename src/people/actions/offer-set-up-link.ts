import { logChange } from '#/people/records/change-log.ts';
import { linkMade } from '#/people/records/links-made.ts';
import { authoritiesOf } from '#/people/records/signed-in.ts';
import { holds, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { changeOfPerson } from './change-words.ts';
import { personIn } from './give-role.ts';
import { withPeople, type PeopleParts } from './people-context.ts';
import { assertNotInvented, makeSetUpLink, type SetUpLink } from './set-up-links.ts';

/**
 * Makes a link with which somebody sets their password, for whoever manages people to send them; that it was made is in the
 * log. Never for oneself, and for somebody whom another authority knows too only by whoever runs Middle Tier: whoever has the
 * link can become them there, whether or not they have ever signed in.
 */
export async function offerSetUpLink(
  parts: PeopleParts,
  person: Person,
  asked: { readonly authority: string | undefined; readonly person: string },
): Promise<SetUpLink & { readonly name: string }> {
  const permission = 'manage people';
  const records = await parts.records();
  const { known, slug } = await withPeople(
    parts,
    person,
    { authority: asked.authority, permission },
    (context) => Promise.resolve({ known: personIn(context, asked.person), slug: context.authority.slug }),
  );
  if (known.id === person.id)
    throw new KnownError('not-permitted', 'Nobody makes a link for themselves.', [
      'Change your password on the page of your account, or ask another administrator.',
    ]);
  const elsewhere = await records.inInstallation([known.id], async (transaction) => {
    await assertNotInvented(transaction, known.id);
    const others = (await authoritiesOf(transaction, known.id)).filter((one) => one !== slug);
    return others.length > 0;
  });
  if (elsewhere && !holds(person, slug, 'operator'))
    throw new KnownError(
      'not-permitted',
      `${known.name} works with another authority too, so only whoever runs Middle Tier makes a new link for them.`,
      ['Ask whoever runs Middle Tier for a new link for them: npx middletier people link.'],
    );
  // First the log: a link that is not in it is not made.
  await withPeople(parts, person, { authority: slug, permission, changes: true }, (_context, transaction) =>
    logChange(
      transaction,
      changeOfPerson(known, null, {
        act: linkMade,
        from: null,
        to: 'a link to set their password with, good once',
        why: null,
      }),
    ),
  );
  return { ...(await makeSetUpLink(parts, known.id)), name: known.name };
}
