import type { EChartsCoreOption } from 'echarts/core'
import { count, day, percent, plainPercent } from '#web/lib/format.ts'

export interface TrendMark {
  asOf: string
  value: number | null
  high: number | null
  threshold: number
}

export interface Line {
  recorded: TrendMark[]
  coming: TrendMark[]
  asShare: boolean
  words: { recorded: string; certain: string; possible: string; level: string }
}

const INK = '#1f1d1a'
const BLUE = '#2f6690'
const RED = '#9a1b1f'
const FONT = "'Be Vietnam Pro', system-ui, sans-serif"

/** Hatched all over means "not certain", here as everywhere. */
const HATCH = {
  symbol: 'rect',
  color: 'rgba(47,102,144,.28)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
}

export function trendOption({ recorded, coming, asShare, words }: Line): EChartsCoreOption {
  const dates = [...recorded, ...coming].map(({ asOf }) => asOf)
  const now = recorded.length - 1
  const write = (value: number) => (asShare ? percent(value) : count(value))
  const pad = (before: number, values: (number | null)[]) => [
    ...Array.from({ length: before }, () => null),
    ...values,
  ]
  const certain = pad(
    now,
    [recorded[now], ...coming].map((mark) => mark?.value ?? null),
  )
  const highs = pad(
    now,
    [recorded[now], ...coming].map((mark) => mark?.high ?? null),
  )
  const spread = highs.map((high, index) =>
    high === null || certain[index] === null ? null : Math.max(0, high - (certain[index] ?? 0)),
  )
  const ahead = coming.length > 0
  const nearAll =
    asShare &&
    [...recorded, ...coming].some(({ value, threshold }) => Math.max(value ?? 0, threshold) > 0.75)
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
    grid: { left: 46, right: 18, top: 22, bottom: 40 },
    aria: { enabled: false },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: dates.map((date, index) => (index === now ? day(date) : date.slice(0, 4))),
      boundaryGap: false,
      axisLine: { lineStyle: { color: '#cbc6ba' } },
      axisTick: { show: false },
      axisLabel: {
        color: '#524e46',
        interval: 0,
        formatter: (value: string, index: number) => (index === now ? boldDate(value) : value),
        rich: { now: { fontWeight: 600, lineHeight: 15, color: INK, fontFamily: FONT } },
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(nearAll ? { max: 1, interval: 0.25 } : {}),
      splitNumber: 4,
      axisLabel: {
        color: '#524e46',
        formatter: (value: number) => (asShare ? plainPercent(value) : count(value)),
      },
      splitLine: { lineStyle: { color: '#ece9e2' } },
    },
    series: [
      ...(ahead ? aheadLines(certain, spread, words) : []),
      thresholdLine([...recorded, ...coming], words.level),
      recordedLine(recorded, words.recorded, write),
    ],
  }
}

function recordedLine(marks: TrendMark[], name: string, write: (value: number) => string) {
  return {
    name,
    type: 'line',
    data: marks.map(({ value }) => value),
    color: INK,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: '#fff', borderColor: INK, borderWidth: 2 },
    lineStyle: { color: INK, width: 2 },
    label: {
      show: true,
      position: 'top',
      color: INK,
      fontSize: 12,
      formatter: ({ value }: { value: unknown }) =>
        typeof value === 'number' ? write(value).replace(/\s?%$/, '') : '',
    },
    z: 4,
  }
}

function thresholdLine(marks: TrendMark[], name: string) {
  return {
    name,
    type: 'line',
    step: 'end',
    data: marks.map(({ threshold }) => threshold),
    color: RED,
    symbol: 'none',
    lineStyle: { color: RED, type: [5, 4], width: 1.6 },
    z: 3,
  }
}

function aheadLines(
  certain: (number | null)[],
  spread: (number | null)[],
  words: Line['words'],
): object[] {
  const lines: object[] = [
    {
      name: words.certain,
      type: 'line',
      stack: 'ahead',
      data: certain,
      color: BLUE,
      symbol: 'none',
      lineStyle: { color: BLUE, width: 2 },
      areaStyle: { color: BLUE, opacity: 0.16 },
    },
  ]
  if (spread.some((value) => (value ?? 0) > 0)) {
    lines.push({
      name: words.possible,
      type: 'line',
      stack: 'ahead',
      data: spread,
      color: BLUE,
      symbol: 'none',
      lineStyle: { color: BLUE, type: [4, 3], width: 1.4 },
      areaStyle: { color: 'transparent', opacity: 1, decal: HATCH },
    })
  }
  return lines
}

/** The date looked at, on two lines; the end of a year needs only the year. */
function boldDate(date: string): string {
  const [year, ...rest] = date.split('/').reverse()
  const shown = rest.reverse().join('/')
  return shown === '31/12' ? `{now|${year}}` : `{now|${shown}}\n{now|${year}}`
}
