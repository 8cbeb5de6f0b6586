import { type Unverified, unverified } from './breakthrough-standing.ts'
import type { Proposal } from './proposals.ts'
import { HEIGHT, ratingLabel } from './ratings.ts'
import type { PersonRow } from './rows.ts'

export interface Exception {
  kind:
    | 'claim'
    | 'redone'
    | 'unfinished'
    | 'beyond'
    | 'note'
    | 'open'
    | 'self'
    | 'breakthrough'
    | 'moved'
  says: string
}

/** Where a reviewer has to look; every other row can be accepted as the evidence has it. */
export function exceptionsOf(
  person: PersonRow,
  proposal: Proposal,
  tasks: readonly Unverified[] = [],
): Exception[] {
  const { openClaims, redone, unfinished, beyond, late, notes, selfRating } = person
  const { band, open } = proposal
  const says: Exception[] = []
  if (openClaims > 0)
    says.push({ kind: 'claim', says: `${openClaims} việc xin tính nguyên nhân khách quan` })
  if (redone > 1) says.push({ kind: 'redone', says: `Có sản phẩm phải làm lại ${redone} lần` })
  if (unfinished > 0) {
    const more = late > 0 ? `, ${late} việc chậm` : ''
    says.push({ kind: 'unfinished', says: `${unfinished} việc chưa xong${more}` })
  }
  if (beyond > 0) says.push({ kind: 'beyond', says: `${beyond} việc ghi làm vượt số được giao` })
  for (const note of notes) says.push({ kind: 'note', says: note })
  for (const missing of band === null ? open : []) says.push({ kind: 'open', says: missing })
  for (const task of tasks) says.push({ kind: 'breakthrough', says: capitalised(unverified(task)) })
  if (hasMoved(person, proposal))
    says.push({
      kind: 'moved',
      says: `Sau khi xếp loại, hồ sơ hoặc minh chứng đổi nên mức đề nghị là ${ratingLabel(band ?? 'not_rated').toLowerCase()}`,
    })
  if (selfRating && band && (HEIGHT[selfRating] ?? 0) > (HEIGHT[band] ?? 0))
    says.push({ kind: 'self', says: `Tự đề nghị ${ratingLabel(selfRating).toLowerCase()}` })
  return says
}

/** A discipline or a product that came after the rating: somebody has to look at it again. */
export const hasMoved = ({ rating, proposedThen }: PersonRow, { band }: Proposal) =>
  rating !== null && proposedThen !== null && ![null, proposedThen, rating].includes(band)

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
