import { App } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { mayOf, useMe } from '#web/lib/session.ts'
import type { Level } from './Rating.tsx'
import { reviewWords } from './review-words.ts'
import type { OnSheet, Sheet } from './shapes.ts'

const RATED_IN = ['self', 'opinions', 'meeting', 'head', 'authority']

/** What a reviewer does to rows, said the same way from the grid, the cards and the keyboard. */
export function useReview({ cycle }: Sheet) {
  const say = useWords(reviewWords)
  const me = useMe()
  const { message, modal } = App.useApp()
  const review = useCommand('POST /evaluation-cycles/:cycleId/reviews')
  const all = useCommand('POST /evaluation-cycles/:cycleId/accept-all')
  const back = useCommand('POST /evaluation-cycles/:cycleId/undo-rating')
  const refused = ({ message: why }: { message: string }) =>
    void modal.warning({ title: say.evaluate, content: why })
  const told = ({ rated, left }: { rated: number; left: number }) =>
    void message.success(say.rated(rated, left))
  const open = !cycle.closedOn && RATED_IN.includes(cycle.step)
  const may = open && mayOf(me, 'evaluation.review')
  return {
    may,
    busy: review.isPending || all.isPending || back.isPending,
    mayScore: ({ mine }: OnSheet) => may && mine,
    /** What stands before the authority changes in calibration only. */
    mayRate: ({ mine, rating }: OnSheet) =>
      may && mine && (cycle.step !== 'authority' || rating === null),
    /** Without a rating the proposal of the evidence is accepted. */
    rate: ({ evaluationId, version, mine }: OnSheet, rating?: Level) => {
      if (!may || !mine) return
      const row = { evaluationId, version, ...(rating && { rating }) }
      review.mutate({ cycleId: cycle.id, rows: [row] }, { onSuccess: told, onError: refused })
    },
    acceptAll: () => all.mutate({ cycleId: cycle.id }, { onSuccess: told, onError: refused }),
    undo: () =>
      back.mutate(
        { cycleId: cycle.id },
        {
          onSuccess: ({ undone }) => void message.success(say.undone(undone)),
          onError: refused,
        },
      ),
  }
}

export type Review = ReturnType<typeof useReview>

/** Rows that can be accepted unseen: rated by nobody, no exception, in the hands of the asker. */
export const plainRows = ({ groups }: Sheet): OnSheet[] =>
  groups
    .flatMap(({ people }) => people)
    .filter(
      ({ rating, proposed, exceptions, mine }) =>
        rating === null && proposed !== null && exceptions.length === 0 && mine,
    )
