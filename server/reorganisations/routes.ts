import { decidePlan } from './decide.ts'
import { deputies } from './deputies.ts'
import { overseenUnit, oversightBoard } from './oversight.ts'
import { assignOversight, closeFinding, endOversight, recordVisit } from './oversight-changes.ts'
import { dropPlan, planFile, planList, preparePlan, revisePlan } from './plans.ts'
import { previewPlan } from './preview.ts'
import { streamlining } from './streamlining.ts'
import { planStreamlining } from './streamlining-plan.ts'
import { surplusDeputies } from './surplus.ts'
import { undoPlan } from './undo.ts'

export const reorganisationsRoutes = {
  'GET /reorganisations': planList,
  'GET /reorganisations/:id': planFile,
  'POST /reorganisations': preparePlan,
  'POST /reorganisations/:id': revisePlan,
  'DELETE /reorganisations/:id': dropPlan,
  'POST /reorganisations/preview': previewPlan,
  'POST /reorganisations/:id/decision': decidePlan,
  'POST /reorganisations/:id/undo': undoPlan,
  'GET /streamlining': streamlining,
  'POST /streamlining/plans': planStreamlining,
  'GET /streamlining/surplus': surplusDeputies,
  'GET /deputies': deputies,
  'GET /oversight': oversightBoard,
  'GET /oversight/:id': overseenUnit,
  'POST /oversight': assignOversight,
  'POST /oversight/ends': endOversight,
  'POST /oversight/visits': recordVisit,
  'POST /oversight/findings/:id': closeFinding,
}
