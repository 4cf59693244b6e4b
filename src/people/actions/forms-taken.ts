import { addFormEnd, addFormUse, lastFormUse } from '#/people/records/forms-used.ts';
import type { Parts } from '#/parts.ts';
import type { FormsTaken, Taking } from '#/platform/web/forms-taken.ts';

/** Forms as the records remember them: the same for every process of the site, and after a restart. */
export function openFormsTaken(parts: Pick<Parts, 'records'>): FormsTaken {
  return {
    take: async (form) => {
      const records = await parts.records();
      return records.inInstallation([form], async (transaction): Promise<Taking> => {
        const attempt = await addFormUse(transaction, form);
        if (attempt !== null) return { kind: 'taken', attempt };
        const { done, ledTo } = await lastFormUse(transaction, form);
        return done === true ? { kind: 'already done', ledTo } : { kind: 'not answered' };
      });
    },
    end: async (form, attempt, { done, ledTo }) => {
      const records = await parts.records();
      await records.inInstallation([form], (transaction) =>
        addFormEnd(transaction, { form, attempt, done, led_to: ledTo }),
      );
    },
  };
}
