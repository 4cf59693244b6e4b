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

/** Width of a text in pixels at a size, near enough to keep labels apart: system fonts differ by a tenth. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
