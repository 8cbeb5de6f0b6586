import { RATING_LEVELS } from '#server/cadres/code-lists.ts'
import { day } from '#web/lib/format.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import type { personWords } from './person-words.ts'

export interface Stretch {
  from: number
  to: number
  title: string
  place: string
  tone: string
  light: boolean
  says: string
}

export interface Moment {
  at: number
  title: string
  says: string
}

export interface Career {
  first: number
  last: number
  work: Stretch[]
  study: Moment[]
  party: Moment[]
  ratings: { year: number; short: string; label: string; level: string }[]
}

const TONES: Record<string, string> = {
  head: '#24506f',
  deputy: '#2f6690',
  member: '#2f6690',
  division_head: '#2f6690',
  division_deputy: '#b5cde0',
}
const CURRENT = '#9a1b1f'
const PLAIN = '#dfe7ee'
const levels: Record<string, { label: string; short?: string }> = RATING_LEVELS

/** A date as a place on the line of years: 2 July 2019 → 2019.5. */
export function placeOf(date: string): number {
  const [year = 0, month = 1, on = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (on - 1) / 365
}

/** Everything dated in a record, placed on one line of years that ends on the date looked at. */
export function careerOf(file: CadreFile, say: typeof personWords.vi): Career | undefined {
  const end = placeOf(file.asOf)
  const work = file.tenures
    .filter(({ holding }) => holding === 'main')
    .map((tenure): Stretch => {
      const open = tenure.to === null
      const tone = open ? CURRENT : (TONES[tenure.rank] ?? PLAIN)
      return {
        from: placeOf(tenure.from),
        to: tenure.to ? placeOf(tenure.to) : end,
        title: tenure.title,
        place: [tenure.unitName, tenure.entry === 'rotation' ? tenure.entryLabel : '']
          .filter(Boolean)
          .join(' · '),
        tone,
        light: tone === PLAIN || tone === TONES.division_deputy,
        says: `${tenure.title}, ${tenure.unitName}, ${day(tenure.from)} – ${tenure.to ? day(tenure.to) : say.now}`,
      }
    })
    .sort((one, other) => one.from - other.from)
  const career = {
    work,
    study: studyOf(file),
    party: partyOf(file, say),
    ratings: file.ratings.map(({ year, level, label }) => ({
      year,
      level,
      short: levels[level]?.short ?? '?',
      label: label ?? level,
    })),
  }
  const starts = [
    ...work.map(({ from }) => from),
    ...[...career.study, ...career.party].map(({ at }) => at),
    ...career.ratings.map(({ year }) => year),
  ]
  if (starts.length === 0) return undefined
  return { first: Math.floor(Math.min(...starts)), last: Math.ceil(end + 0.001), ...career }
}

function studyOf(file: CadreFile): Moment[] {
  const dated = [
    ...file.qualifications.map(({ awardedOn, levelLabel, major }) => ({
      on: awardedOn,
      title: [levelLabel, major].filter(Boolean).join(' '),
    })),
    ...file.certificates.map(({ awardedOn, kind, kindLabel, levelLabel, name }) => ({
      on: awardedOn,
      title:
        kind === 'state_management' && levelLabel
          ? levelLabel
          : (name ?? [kindLabel, levelLabel].filter(Boolean).join(': ')),
    })),
    ...file.trainings.map(({ completedOn, name }) => ({ on: completedOn, title: name })),
  ]
  return momentsOf(dated)
}

function partyOf({ party, succession }: CadreFile, say: typeof personWords.vi): Moment[] {
  return momentsOf([
    { on: party?.joinedOn ?? null, title: `${say.joined} ${day(party?.joinedOn)}` },
    ...succession.map(({ from, decidedOn, title }) => ({
      on: from ?? decidedOn,
      title: `${say.planned} ${title}`,
    })),
  ])
}

const momentsOf = (dated: { on: string | null; title: string }[]): Moment[] =>
  dated
    .flatMap(({ on, title }) =>
      on ? [{ at: placeOf(on), title, says: `${title}, ${day(on)}` }] : [],
    )
    .sort((one, other) => one.at - other.at)

/** Moments close together go to lanes beneath each other, so that no label covers another. */
export function lanesOf(moments: Moment[], wide: (moment: Moment) => [number, number]): Moment[][] {
  const lanes: { end: number; moments: Moment[] }[] = []
  for (const moment of moments) {
    const [from, to] = wide(moment)
    const free = lanes.find(({ end }) => end < from)
    if (free) {
      free.end = to
      free.moments.push(moment)
    } else lanes.push({ end: to, moments: [moment] })
  }
  return lanes.map((lane) => lane.moments)
}
