import { Select } from 'antd'
import { useWords } from '#web/lib/language.ts'
import type { ImportProblem } from '#web/lib/shapes-of-imports.ts'
import { qualityWords } from './quality-words.ts'

interface Props {
  problem: ImportProblem
  onDecide(problem: ImportProblem, to: string | null, label: string): void
}

/** The answers a problem can be given here instead of in the file. */
export function Decide({ problem, onDecide }: Props) {
  const say = useWords(qualityWords)
  const { options = [], asks } = problem
  if (!asks || options.length === 0) return null
  return (
    <Select
      size="small"
      aria-label={`${say.decide} ${problem.cell}: ${asks.text}`}
      placeholder={say.decide}
      value={null}
      options={options.map(({ to, label }, index) => ({ value: index, label, to }))}
      onChange={(index: number | null) => {
        const option = options[index ?? -1]
        if (option) onDecide(problem, option.to, option.label)
      }}
      popupMatchSelectWidth={320}
      style={{ width: '100%', minWidth: 170, marginTop: 4 }}
    />
  )
}
