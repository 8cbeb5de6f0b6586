import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { EvaluationValues } from '#server/reports/papers/evaluation-tags.ts'
import { BLANK, type PaperValues } from '#server/reports/papers/said-tags.ts'
import { paperHead } from '#server/reports/papers/values.ts'
import type { CapAnswer } from './cap.ts'
import { countsSaid } from './form-pages.ts'
import { ratingLabel } from './ratings.ts'
import type { OnSheet } from './sheet.ts'
import type { ToPrint } from './to-print.ts'

/** Every tag of a paper of evaluation; what is not there yet is left for the pen. */
export function formValues(ctx: Context, printed: ToPrint): PaperValues {
  const { sheet, cycle } = printed
  const values: EvaluationValues = {
    ...headSaid(ctx, printed),
    ...meetingSaid(printed),
    ...selfSaid(printed),
    'evaluation.count': String(sheet.people.length),
    'evaluation.counts': countsSaid(sheet.people),
    'evaluation.unit_rating': cycle.unitRating ? ratingLabel(cycle.unitRating) : 'chưa xếp loại',
    rated: sheet.people.map(ratedRow),
    caps: capRows(sheet.check.cap),
    products: productRows(printed),
  }
  return { ...paperHead(ctx, ctx.today), ...values }
}

function headSaid({ province }: Context, { cycle, sheet, decision }: ToPrint) {
  const { unitName, agencyName, period } = cycle
  const { scheme, document } = sheet.citing
  const issuer = agencyName ?? unitName
  const [number] = decision?.split(',') ?? []
  const on = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(decision ?? '')
  const day = on ? `ngày ${on[1]} tháng ${on[2]} năm ${on[3]}` : 'ngày … tháng … năm ……'
  return {
    'evaluation.period': period.label,
    'evaluation.unit': [unitName, agencyName].filter(Boolean).join(', '),
    'evaluation.unit_capitals': unitName.toUpperCase(),
    'evaluation.above_capitals': (agencyName ?? province.name).toUpperCase(),
    'evaluation.issuer': issuer,
    'evaluation.issuer_capitals': issuer.toUpperCase(),
    'evaluation.place_and_day': `${province.name.replace(/^(Tỉnh|Thành phố) /, '')}, ${day}`,
    'evaluation.basis': `quy chế “${scheme.label}” (${document}, ${scheme.cite})`,
    'evaluation.decision_no': number?.trim() || `${BLANK}/QĐ-${BLANK}`,
    'evaluation.decision': decision ?? BLANK,
  }
}

const meetingSaid = ({ meeting }: ToPrint) => ({
  'meeting.held_on': meeting ? inVietnamese(meeting.heldOn) : BLANK,
  'meeting.place': meeting?.place ?? BLANK,
  'meeting.chair': meeting?.chair ?? BLANK,
  'meeting.secretary': meeting?.secretary ?? BLANK,
  'meeting.summoned': meeting ? String(meeting.summoned) : BLANK,
  'meeting.present': meeting ? String(meeting.present) : BLANK,
  'meeting.minutes': meeting?.minutes ?? BLANK,
})

function selfSaid({ own }: ToPrint) {
  const parts = Object.entries(own?.proposal.parts ?? {})
  const { selfRating, selfCommon } = own?.person ?? {}
  return {
    'self.name': own?.person.name ?? BLANK,
    'self.title': own?.person.title ?? BLANK,
    'self.reviewer': own?.person.reviewerName ?? BLANK,
    'self.parts':
      parts.map(([letter, value]) => `${letter} = ${said(value)} %`).join('; ') || BLANK,
    'self.task': said(own?.proposal.task) || BLANK,
    'self.common': said(own?.proposal.common ?? selfCommon) || BLANK,
    'self.total': said(own?.proposal.total) || BLANK,
    'self.rating': selfRating ? ratingLabel(selfRating) : BLANK,
    'self.note': own?.note || BLANK,
  }
}

const ratedRow = ({ person, proposal }: OnSheet, at: number) => ({
  no: String(at + 1),
  name: person.name,
  title: person.title,
  group: person.group,
  self: person.selfRating ? ratingLabel(person.selfRating) : '',
  task: said(proposal.task),
  common: said(proposal.common),
  points: said(person.points ?? proposal.total),
  rating: person.rating ? ratingLabel(person.rating) : 'Chưa xếp loại',
})

function capRows(cap: CapAnswer | null): EvaluationValues['caps'] {
  if (!cap)
    return [{ group: '', arithmetic: 'Kỳ này không tính trần.', allowed: '', excellent: '' }]
  return [...cap.groups, cap.unit].map(({ group, arithmetic, allowed, excellent }) => ({
    ...{ group, arithmetic, allowed: String(allowed), excellent: String(excellent) },
  }))
}

const productRows = ({ own }: ToPrint): EvaluationValues['products'] =>
  (own?.products ?? []).map((one, at) => ({
    no: String(at + 1),
    name: one.name,
    coefficient: said(one.coefficient),
    assigned: said(one.assigned),
    done: said(one.done),
    due: one.dueOn ? inVietnamese(one.dueOn) : '',
    failed: said(one.failedChecks - one.sparedChecks),
    late: said(one.delays - one.sparedDelays),
    proofs: one.proofs.map(({ label }) => label).join('; '),
  }))

const said = (value: number | null | undefined): string =>
  value?.toLocaleString('vi-VN', { maximumFractionDigits: 2 }) ?? ''
