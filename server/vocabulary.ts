import type { Vocabulary } from '#rules/vocabulary.ts'
import { servingCadre } from './cadres/facts.ts'
import { decision } from './cadres/facts-of-decisions.ts'
import { learning } from './cadres/facts-of-learning.ts'
import { course, plannedCadre, trainedCadre } from './cadres/facts-of-succession.ts'
import { unit } from './cadres/facts-of-units.ts'
import { post } from './organisation/facts.ts'

/** All that the law may speak of: every folder's facts, gathered by what is counted. */
export const vocabulary: Vocabulary = {
  serving_cadre: servingCadre,
  decision,
  learning,
  planned_cadre: plannedCadre,
  trained_cadre: trainedCadre,
  course,
  unit,
  post,
}
