import { CaretDownOutlined, CaretRightOutlined, WarningFilled } from '@ant-design/icons'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Line } from './tree.ts'
import { organisationWords } from './words.ts'

interface RowProps {
  line: Line
  open: boolean
  selected: boolean
  onToggle(): void
  onChoose(): void
}

/** One unit with the numbers of everything under it; the whole line chooses it. */
export function TreeRow({
  line: { unit, depth, children },
  open,
  selected,
  onToggle,
  onChoose,
}: RowProps) {
  const say = useWords(organisationWords)
  const { seats, filled, vacant, people, quota } = unit.subtree
  const over = quota !== null && people !== null && people > quota
  const Caret = open ? CaretDownOutlined : CaretRightOutlined
  return (
    <tr className={selected ? 'opens selected' : 'opens'} onClick={onChoose}>
      <td style={{ paddingLeft: 14 + depth * 20 }}>
        <span className="tree-name">
          {children > 0 ? (
            <button
              type="button"
              className="caret"
              aria-expanded={open}
              aria-label={`${open ? say.close : say.open}: ${unit.name}`}
              onClick={(event) => {
                event.stopPropagation()
                onToggle()
              }}
            >
              <Caret aria-hidden />
            </button>
          ) : (
            <span className="caret" />
          )}
          <button type="button" className="plain unit-name" aria-pressed={selected}>
            {depth < 1 ? <b>{unit.name}</b> : unit.name}
          </button>
          {children > 0 ? <small className="third">{count(children)}</small> : null}
        </span>
      </td>
      <td className="only-desk">
        {filled === null ? null : <Seats seats={seats} filled={seats - (vacant ?? 0)} />}
      </td>
      <td className="right">{count(seats)}</td>
      <td className="right">{count(filled)}</td>
      <td className="right">
        {vacant ? <b className="vacant">{count(vacant)}</b> : count(vacant)}
      </td>
      <td className="right">{count(people)}</td>
      <td className="right">
        {over ? (
          <span className="above" title={say.quotaOver}>
            <WarningFilled aria-hidden /> <span className="unseen">{say.quotaOver}</span>
          </span>
        ) : null}
        {count(quota)}
      </td>
    </tr>
  )
}

function Seats({ seats, filled }: { seats: number; filled: number }) {
  if (seats === 0) return null
  return (
    <div className="seats" aria-hidden>
      <span style={{ width: `${(filled / seats) * 100}%` }} />
    </div>
  )
}
