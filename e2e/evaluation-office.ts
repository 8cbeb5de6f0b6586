import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { walked } from './walked.ts'

export interface OnSheet {
  evaluationId: number
  cadreId: number
  name: string
  leads: boolean
  role: 'head' | 'deputy' | 'member'
  rating: string | null
  total: number | null
  version: number
}

interface Group {
  people: OnSheet[]
  cap: { over: number; who: string[] } | null
}

interface Sheet {
  cycleId: number
  step: string
  version: number
  groups: Group[]
  unitCap: Group['cap']
  people: OnSheet[]
}

const MEETING = {
  heldOn: '2026-12-05',
  place: 'Hội trường xã',
  chair: 'Chủ tịch UBND xã',
  secretary: 'Công chức Văn phòng',
  summoned: 23,
  present: 23,
  minutes: 'Từng người trình bày kết quả năm, tập thể góp ý, thống nhất mức đề nghị.',
}

const UNIT_BASIS = 'Thông báo 45/TB-UBND'

const PASSWORD = 'Cham-Diem-2026-Moi'

/** One unit whose months are carried through by the same operations as the screens ask. */
export class Office {
  readonly unitId: number
  private readonly page: Page

  private constructor(page: Page, unitId: number) {
    this.page = page
    this.unitId = unitId
  }

  /** Asked as whoever is signed in on the page. */
  static async of(page: Page, code: string): Promise<Office> {
    const answer = await page.request.get(`${walked().url}/api/units`)
    const { rows } = (await answer.json()) as { rows: { id: number; code: string }[] }
    const unit = rows.find((one) => one.code === code)
    if (!unit) throw new Error(`The demonstration has no unit ${code}.`)
    return new Office(page, unit.id)
  }

  /** A month from opening to publication, everybody good. */
  async month(period: string): Promise<void> {
    const cycleId = await this.opened(period)
    await this.send('POST', `/evaluation-cycles/${cycleId}/products`, {
      to: { everybody: true },
      products: [{ name: 'Báo cáo tháng', assigned: 2, coefficient: 1.5 }],
    })
    await this.work(cycleId, () => 15)
    await this.finish(cycleId)
    await this.send('POST', `/evaluation-cycles/${cycleId}/accept-all`, {})
    const { version } = await this.sheet(cycleId)
    await this.send('POST', `/evaluation-cycles/${cycleId}/unit-rating`, {
      version,
      rating: 'good',
      basis: UNIT_BASIS,
    })
    for (const _ of ['head', 'authority', 'publish']) await this.finish(cycleId)
  }

  /** A year from opening until appeals may come in; ended steps past their days, nobody excellent. */
  async year(cycleId: number): Promise<void> {
    for (;;) {
      const { step, version } = await this.sheet(cycleId)
      const of = `/evaluation-cycles/${cycleId}`
      if (step === 'appeal') return
      if (step === 'meeting') await this.send('PUT', `${of}/meeting`, MEETING)
      if (step === 'head') {
        await this.send('POST', `${of}/unit-rating`, {
          ...{ version, rating: 'good', basis: UNIT_BASIS },
        })
        await this.charge(cycleId)
        await this.send('POST', `${of}/accept-all`, {})
      }
      await this.finish(cycleId)
    }
  }

  async opened(period: string): Promise<number> {
    const { cycles } = await this.send<{ cycles: { id: number }[] }>('POST', '/evaluation-cycles', {
      unitIds: [this.unitId],
      period,
      scheme: 'nd335-2025',
    })
    return cycles[0]?.id ?? 0
  }

  /** Everybody has done what they were given, and the head has scored the common criteria. */
  async work(cycleId: number, common: (person: OnSheet) => number): Promise<void> {
    await this.charge(cycleId)
    const known = (await this.sheet(cycleId)).people
    for (const person of known) {
      const { products, version } = await this.get<{
        products: { id: number; version: number; assigned: number }[]
        version: number
      }>(`/evaluations/${person.evaluationId}`)
      for (const { id, version: seen, assigned } of products)
        await this.send('PATCH', `/products/${id}`, { version: seen, done: assigned })
      await this.send('POST', `/evaluations/${person.evaluationId}/common`, {
        version,
        common: common(person),
        ...(person.leads && { organise: 90, unite: 90 }),
      })
    }
  }

  /** Each deputy has a field, which went well in the period. */
  private async charge(cycleId: number): Promise<void> {
    for (const { role, evaluationId } of (await this.sheet(cycleId)).people)
      if (role === 'deputy')
        await this.send('PUT', `/evaluations/${evaluationId}/charges`, {
          charges: [{ name: 'Kinh tế, hạ tầng', rating: 'good' }],
        })
  }

  async finish(cycleId: number): Promise<void> {
    const { step, version } = await this.sheet(cycleId)
    await this.send('POST', `/evaluation-cycles/${cycleId}/steps`, { step, version })
  }

  async sheetOf(period: string): Promise<Sheet> {
    const { rows } = await this.get<{ rows: { cycleId: number; unitId: number }[] }>(
      `/evaluation-cycles?period=${period}`,
    )
    const row = rows.find(({ unitId }) => unitId === this.unitId)
    if (!row) throw new Error(`The unit has no cycle ${period}.`)
    return this.sheet(row.cycleId)
  }

  async sheet(cycleId: number): Promise<Sheet> {
    const { cycle, groups, unitCap } = await this.get<{
      cycle: { step: string; version: number }
      groups: Group[]
      unitCap: Group['cap']
    }>(`/evaluation-cycles/${cycleId}`)
    const people = groups.flatMap((group) => group.people)
    return { cycleId, ...cycle, groups, unitCap, people }
  }

  /** Who has to go down before the cap is kept in every group and in the unit. */
  async over(period: string): Promise<Set<string>> {
    const { people, groups, unitCap } = await this.sheetOf(period)
    const many = Math.max(
      unitCap?.over ?? 0,
      groups.reduce((sum, { cap }) => sum + (cap?.over ?? 0), 0),
    )
    const high = people.filter(({ rating }) => rating === 'excellent')
    return new Set(high.slice(0, many).map(({ name }) => name))
  }

  /** An account of the person's own, with the password changed as at a first sign-in. */
  async signIn(phone: Page, { cadreId, name }: OnSheet): Promise<void> {
    const username = `tu-cham-${cadreId}`
    const { temporaryPassword } = await this.send<{ temporaryPassword: string }>(
      'POST',
      '/accounts',
      { username, displayName: name, role: 'cadre', cadreId },
    )
    const url = `${walked().url}/api`
    const entered = await phone.request.post(`${url}/sign-in`, {
      data: { province: 'lang-son', username, password: temporaryPassword },
    })
    expect(entered.status()).toBe(200)
    const changed = await phone.request.post(`${url}/sign-in/password`, {
      data: { password: PASSWORD },
    })
    expect(changed.status()).toBe(200)
  }

  private async get<T>(path: string): Promise<T> {
    const answer = await this.page.request.get(`${walked().url}/api${path}`)
    expect(answer.status(), path).toBe(200)
    return (await answer.json()) as T
  }

  private async send<T>(method: string, path: string, body: object): Promise<T> {
    const answer = await this.page.request.fetch(`${walked().url}/api${path}`, {
      method,
      headers: { 'idempotency-key': crypto.randomUUID().replaceAll('-', '') },
      data: body,
    })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
    return (await answer.json()) as T
  }
}
