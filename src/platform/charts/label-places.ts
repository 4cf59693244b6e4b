/** A label to be written beside a mark: where its mark is and how wide its words are, in the same unit. */
export interface Label {
  readonly at: number;
  readonly width: number;
}

/**
 * Levels for labels along one line so that no two on a level overlap: 0 is nearest to the line. Each label takes the
 * lowest level that is free, from left to right.
 *
 * @param gap least distance between two labels on one level
 */
export function labelLevels(labels: readonly Label[], gap = 8): readonly number[] {
  const ends: number[] = [];
  const levels = new Map<Label, number>();
  for (const label of [...labels].sort((a, b) => a.at - b.at)) {
    const left = label.at - label.width / 2;
    const free = ends.findIndex((end) => end + gap <= left);
    const level = free === -1 ? ends.length : free;
    ends[level] = label.at + label.width / 2;
    levels.set(label, level);
  }
  return labels.map((label) => levels.get(label) ?? 0);
}

/**
 * Heights for labels at the ends of lines, moved apart just enough that none overlaps; order is kept.
 *
 * @param wanted heights of the line ends
 * @param least distance between two labels
 */
export function spreadApart(wanted: readonly number[], least: number): readonly number[] {
  const order = wanted.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const placed = order.map(({ height }) => height);
  for (let pass = 0; pass < 50; pass += 1) {
    for (let i = 1; i < placed.length; i += 1) {
      const below = placed[i - 1] ?? 0;
      const above = placed[i] ?? 0;
      const overlap = least - (above - below);
      if (overlap > 1e-9) {
        placed[i - 1] = below - overlap / 2;
        placed[i] = above + overlap / 2;
      }
    }
  }
  const result = [...wanted];
  order.forEach(({ index }, place) => {
    result[index] = placed[place] ?? 0;
  });
  return result;
}

/** A label of some height that wants to stand beside a mark. */
export interface TallLabel {
  /** Where its middle wants to be. */
  readonly at: number;
  readonly height: number;
}

/**
 * Middles for labels of different heights in one column, as near to their marks as can be (least squares) without
 * overlapping, in the order of their marks, none outside the column while all have room in it.
 */
export function spreadWithin(labels: readonly TallLabel[], from: number, to: number): readonly number[] {
  const order = labels.map((label, index) => ({ ...label, index })).sort((a, b) => a.at - b.at);
  const groups: { sum: number; count: number }[] = [];
  const mean = (group: { sum: number; count: number } | undefined): number =>
    group === undefined ? -Infinity : group.sum / group.count;
  let above = 0;
  for (const { at, height } of order) {
    // Where the column's top would have to be for this label to stand where it wants to.
    let group = { sum: at - above - height / 2, count: 1 };
    while (mean(groups.at(-1)) > mean(group)) {
      const before = groups.pop() ?? group;
      group = { sum: before.sum + group.sum, count: before.count + group.count };
    }
    groups.push(group);
    above += height;
  }
  const tops = groups.flatMap((group) => Array.from({ length: group.count }, () => mean(group)));
  const result = labels.map(({ at }) => at);
  let used = 0;
  order.forEach(({ index, height }, place) => {
    const top = Math.max(from, Math.min(tops[place] ?? from, to - above));
    result[index] = top + used + height / 2;
    used += height;
  });
  return result;
}

/** Words on as many lines as a width in pixels asks for; a word that is wider alone stands on a line of its own. */
export function wrapWords(text: string, width: number, letter: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, letter) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Width of a text in pixels at a size, near enough to keep labels apart: system fonts differ by a tenth. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
