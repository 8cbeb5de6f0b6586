import { day } from '#web/lib/format.ts'
import { useWords, wordsOf } from '#web/lib/language.ts'
import type { Pack } from '#web/lib/shapes-of-directives.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'

const words = wordsOf(
  {
    issued: 'ban hành',
    force: 'Hiệu lực từ',
    until: 'đến',
    adopted: 'Tỉnh áp dụng từ',
    clause: 'Điều khoản',
  },
  {
    issued: 'issued',
    force: 'In force from',
    until: 'to',
    adopted: 'Adopted by the province from',
    clause: 'Clause',
  },
)

interface Props {
  cite: string
  pack: Pack | undefined
  /** Without the number of the document, under a heading that already names it. */
  short?: boolean
}

/** The clause of a target, and behind it the document it stands in on that day. */
export function TargetClause({ cite, pack, short }: Props) {
  const say = useWords(words)
  const reference = short ? (cite.split(' · ').at(-1) ?? cite) : cite
  return (
    <ClauseChip cite={reference}>
      {pack ? (
        <>
          <p>
            <b>{pack.number}</b> · {pack.issuer}, {say.issued} {day(pack.issuedOn)}
          </p>
          <p>{pack.title}</p>
          <p className="second">
            {say.force} {day(pack.from)}
            {pack.to ? ` ${say.until} ${day(pack.to)}` : ''} · {say.adopted} {day(pack.adoptedFrom)}
          </p>
        </>
      ) : null}
      <p>
        {say.clause}: <b>{cite}</b>
      </p>
    </ClauseChip>
  )
}
