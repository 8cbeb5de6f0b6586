import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { CheckDrawer } from './CheckDrawer.tsx'
import { amount, shortDay } from './figures.ts'
import { isRemarkable, Quality, Timeliness } from './Outcome.tsx'
import { Proofs } from './Proofs.tsx'
import { personWords } from './person-words.ts'
import type { Product } from './shapes.ts'

interface Props {
  name: string
  products: Product[]
  /** The head may write down what a check found. */
  mayCheck: boolean
}

/** The remarkable ones first and alone; the rest is a count that opens. */
export function ProductTable({ name, products, mayCheck }: Props) {
  const say = useWords(personWords)
  const [all, setAll] = useState(false)
  const [checking, setChecking] = useState<Product>()
  const remarkable = products.filter(isRemarkable)
  const shown = all ? products : remarkable.length > 0 ? remarkable : products.slice(0, 2)
  const rest = products.length - shown.length
  if (products.length === 0) return <p className="card-body second">{say.none}</p>
  return (
    <>
      <ScrollBox label={`${say.productsOf} ${name}`}>
        <table>
          <thead>
            <tr>
              {[say.product, say.coefficient, say.quantity, say.due, say.finished].map(
                (title, at) => (
                  <th
                    key={title}
                    scope="col"
                    className={at === 1 || at === 2 ? 'right' : undefined}
                  >
                    {title}
                  </th>
                ),
              )}
              {[say.quality, say.timeliness, say.proof].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {mayCheck ? (
                <th scope="col">
                  <span className="unseen">{say.check}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((product) => (
              <tr key={product.id}>
                <td>
                  {product.name}
                  {product.note ? <div className="small second">{product.note}</div> : null}
                </td>
                <td className="right">{amount(product.coefficient)}</td>
                <td className="right nowrap">
                  {amount(product.done)} / {amount(product.assigned)}
                </td>
                <td className="nowrap">{shortDay(product.dueOn)}</td>
                <td className="nowrap">{shortDay(product.finishedOn)}</td>
                <td>
                  <Quality product={product} />
                </td>
                <td>
                  <Timeliness product={product} />
                </td>
                <td>
                  <Proofs proofs={product.proofs} />
                </td>
                {mayCheck ? (
                  <td className="right">
                    <Button size="small" onClick={() => setChecking(product)}>
                      {say.check}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rest > 0 ? (
        <p className="card-body small">
          {say.others(rest)}.{' '}
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {say.showAll}
          </button>
        </p>
      ) : null}
      {checking ? <CheckDrawer product={checking} onClose={() => setChecking(undefined)} /> : null}
    </>
  )
}
