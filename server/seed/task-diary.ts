import type { Assignment } from '#server/tasks/assignments.ts'
import { plusDays } from './days.ts'
import { type Random, randomFrom } from './random.ts'

/** Writes down what each unit did, once for each of its tasks. */
export class Diary {
  readonly entries: object[] = []
  readonly words: object[] = []
  readonly steps: object[] = []
  private readonly seen = new Set<string>()
  private readonly random: Random
  private readonly last: string

  constructor(code: string, last: string) {
    this.random = randomFrom(`tasks ${code}`)
    this.last = last
  }

  live(held: Assignment, day: string): void {
    const { text, task, unit, period, opensOn, printedDue } = held
    if (!unit || opensOn === null || opensOn > day) return
    const key = [text.id, task.id, unit.id, period].join('|')
    if (this.seen.has(key)) return
    const isOver = printedDue !== null && printedDue <= day
    // A time that is not over yet is lived when it is, unless there is no later day.
    if (!isOver && printedDue !== null && day !== this.last) return
    this.seen.add(key)
    if (printedDue === null) this.lasting(held, opensOn)
    else if (isOver) this.handIn(held, printedDue)
    else this.begin(held, opensOn)
    if (unit.code === 'so-y-te' && !isOver) this.plan(held)
  }

  /** Most in time, some late, some with more time given, a few never. */
  private handIn(held: Assignment, due: string): void {
    const chance = this.random.int(1, 100)
    if (chance <= 4) return
    let end = due
    if (chance <= 9) {
      end = plusDays(due, 30)
      const asked = this.add(held, 'extension_request', plusDays(due, -8), SHORT, { due_on: end })
      const grant = { due_on: end, answers: asked }
      this.add(held, 'extension_grant', plusDays(due, -5), 'Đồng ý gia hạn một lần.', grant)
    }
    const handed = plusDays(end, chance <= 18 ? this.random.int(2, 12) : -this.random.int(1, 12))
    if (handed > this.last) return
    const answers = this.add(held, 'submission', handed, `Gửi: ${held.task.product}.`)
    const decided = plusDays(handed, this.random.int(2, 9))
    if (decided > this.last || (chance > 95 && plusDays(due, 60) > this.last)) return
    this.add(held, 'acceptance', decided, 'Đủ nội dung, đúng sản phẩm được giao.', { answers })
  }

  private lasting(held: Assignment, opensOn: string): void {
    const chance = this.random.int(1, 100)
    const start = plusDays(opensOn, this.random.int(12, 70))
    if (chance <= 20 || start > this.last) return
    this.add(held, 'progress', start, `Đã giao bộ phận chủ trì, đang làm: ${held.task.product}.`)
    const handed = plusDays(start, this.random.int(40, 160))
    if (chance <= 55 || handed > this.last) return
    const answers = this.add(held, 'submission', handed, `Gửi: ${held.task.product}.`)
    const decided = plusDays(handed, this.random.int(3, 12))
    if (chance > 97 || decided > this.last) return
    const verdict = chance > 92 ? 'return' : 'acceptance'
    const says = verdict === 'return' ? 'Chưa có số liệu kèm theo.' : 'Đúng sản phẩm được giao.'
    this.add(held, verdict, decided, says, { answers })
  }

  private begin(held: Assignment, opensOn: string): void {
    const chance = this.random.int(1, 100)
    const start = plusDays(this.last, -this.random.int(3, 40))
    if (chance > 60 || start < opensOn) return
    this.add(held, 'progress', start, 'Đã có đề cương, đang lấy số liệu từ các phòng.')
    if (chance > 4 || !held.printedDue) return
    const due_on = plusDays(held.printedDue, 30)
    this.add(held, 'extension_request', plusDays(this.last, -2), SHORT, { due_on })
  }

  private plan(held: Assignment): void {
    if (this.steps.length >= 12) return
    const { text, task, unit, period, due } = held
    const at = { directive: text.id, task: task.id, unit_id: unit?.id, period }
    const labels = ['Lấy số liệu từ các phòng, đơn vị', 'Dự thảo, lấy ý kiến lãnh đạo Sở']
    for (const [index, label] of labels.entries()) {
      const planned_on = plusDays(this.last, -30 + index)
      const wanted = plusDays(this.last, index === 0 ? -4 : 6)
      const due_on = due !== null && due < wanted && due >= planned_on ? due : wanted
      const done_on = index === 0 && this.random.chance(0.6) ? plusDays(due_on, -3) : null
      const outcome = done_on ? 'Đã có đủ số liệu.' : null
      const owner = { owner_name: 'Văn phòng Sở', owner_account: 'so' }
      this.steps.push({ ...at, label, ...owner, planned_on, due_on, done_on, outcome, version: 1 })
    }
  }

  private add(held: Assignment, kind: string, on: string, says: string, more: object = {}): number {
    const { text, task, unit, period } = held
    const id = this.entries.length + 1
    const decides = ['acceptance', 'return', 'extension_grant'].includes(kind)
    const at = { directive: text.id, task: task.id, unit_id: unit?.id, period }
    const account_name = decides ? 'tinh' : `van-thu-${unit?.code}`
    const entered_at = `${on}T10:00:00+07:00`
    this.entries.push({
      ...{ id, ...at, kind, on_day: on, due_on: null, answers: null, account_name, entered_at },
      ...more,
    })
    const by_name = decides
      ? (text.bodies[text.followed_by]?.label ?? 'Cơ quan theo dõi')
      : `Văn thư ${unit?.name}`
    const document_no = kind === 'submission' ? `${this.random.int(8, 940)}/BC` : null
    this.words.push({ entry_id: id, unit_id: unit?.id, by_name, says, document_no })
    return id
  }
}

const SHORT = 'Số liệu từ đơn vị trực thuộc gửi chậm.'
