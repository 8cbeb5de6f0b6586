import type { Vocabulary } from '#rules/vocabulary.ts'

/** All that the law may speak of: every folder's facts, gathered. */
export const vocabulary: Vocabulary = {}
