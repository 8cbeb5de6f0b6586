import { useAnswer } from '#web/lib/api.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ownExamWords } from './own-words.ts'

/** The own paper afterwards; what was right appears when the round is over for everybody. */
export function OverPaper({ id }: { id: number }) {
  const say = useWords(ownExamWords)
  const paper = useAnswer('GET /own-exams/:id', { id })
  return (
    <Answered answer={paper}>
      {({ keysFrom, items }) => (
        <div className="exam">
          {keysFrom ? (
            <Notice tone="info">
              {say.keysFrom} {day(keysFrom)}.
            </Notice>
          ) : null}
          {items.map((item) => (
            <section className="card exam-question" key={item.position}>
              <p>
                <b>
                  {say.question} {item.position}.
                </b>{' '}
                {item.stem}{' '}
                {item.awarded === null ? null : (
                  <StateTag tone={item.awarded === item.points ? 'met' : 'not_met'}>
                    {count(item.awarded)}/{count(item.points)} {say.points}
                  </StateTag>
                )}
              </p>
              {item.options.map((option) => (
                <p
                  key={option.text}
                  className={option.chosen ? 'exam-option chosen' : 'exam-option'}
                >
                  <span>
                    {option.text}
                    {option.chosen ? <b> · {say.chosen}</b> : null}
                    {option.right ? <b className="exam-right"> · {say.right}</b> : null}
                  </span>
                </p>
              ))}
              {item.options.length > 0 ? null : (
                <p>
                  {say.yours}: {item.text ?? say.nothing}
                </p>
              )}
              {item.guide ? (
                <p>
                  {say.guide}: {item.guide}
                </p>
              ) : null}
              {item.clause ? <p className="small third">{item.clause}</p> : null}
            </section>
          ))}
        </div>
      )}
    </Answered>
  )
}
