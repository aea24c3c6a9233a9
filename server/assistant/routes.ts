import * as contract from '../../contract/assistant.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { changeAssistant } from './change-assistant.ts'
import { showAssistant } from './show-assistant.ts'
import { tryAssistant } from './try-assistant.ts'

export const assistantRoutes: Binding[] = [
  bind(contract.readAssistant, showAssistant),
  bind(contract.changeAssistant, changeAssistant),
  bind(contract.tryAssistant, tryAssistant),
]
