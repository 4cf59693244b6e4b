/** Answers kept by what was asked; the one that was not asked for longest goes first. What failed is asked again. */
export interface KeptAnswers<Answer> {
  readonly answer: (question: string, work: () => Promise<Answer>) => Promise<Answer>;
}

export function keptAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return {
    answer: (question, work) => {
      const before = kept.get(question);
      if (before !== undefined) {
        // A map keeps the order in which its keys were set.
        kept.delete(question);
        kept.set(question, before);
        return before;
      }
      const answer = work();
      kept.set(question, answer);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      answer.catch(() => {
        if (kept.get(question) === answer) kept.delete(question);
      });
      return answer;
    },
  };
}
