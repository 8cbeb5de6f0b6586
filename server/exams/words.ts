import type { CodeList } from '#server/kernel/code-list.ts'

export const KINDS = {
  single: { label: 'Một đáp án', aliases: ['1', 'chon mot', 'mot dap an', 'single'] },
  multiple: { label: 'Nhiều đáp án', aliases: ['n', 'chon nhieu', 'nhieu dap an', 'multiple'] },
  short: { label: 'Trả lời ngắn', aliases: ['tl', 'tu luan', 'tra loi ngan', 'short'] },
} as const satisfies CodeList

export const DIFFICULTIES = {
  easy: { label: 'Dễ', aliases: ['de', 'nhan biet', 'easy'] },
  medium: { label: 'Trung bình', aliases: ['trung binh', 'thong hieu', 'medium'] },
  hard: { label: 'Khó', aliases: ['kho', 'van dung', 'hard'] },
} as const satisfies CodeList

export type Kind = keyof typeof KINDS
export type Difficulty = keyof typeof DIFFICULTIES
export const kindCodes = Object.keys(KINDS) as [Kind, ...Kind[]]
export const difficultyCodes = Object.keys(DIFFICULTIES) as [Difficulty, ...Difficulty[]]
