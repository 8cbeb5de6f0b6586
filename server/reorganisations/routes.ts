import { decidePlan } from './decide.ts'
import { dropPlan, planFile, planList, preparePlan, revisePlan } from './plans.ts'
import { previewPlan } from './preview.ts'
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
}
