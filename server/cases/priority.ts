/** How soon a case matters: from what it is, what its text says, and how often the customer asked. */
import { type Entry, type Priority, priorities, type Urgency } from '../../contract/values.ts'

const byEntry: Record<Entry, Priority> = {
  feedback: 'normal',
  suggestion: 'normal',
  complaint: 'high',
}
const byUrgency: Record<Urgency, Priority> = {
  low: 'low',
  normal: 'low',
  high: 'high',
  critical: 'urgent',
}

/** The more pressing of what it is and what it says; `urgency` null while nobody has read it. */
export function firstPriority(entry: Entry, urgency: Urgency | null): Priority {
  return higher(byEntry[entry], urgency === null ? 'low' : byUrgency[urgency])
}

export function higher(a: Priority, b: Priority): Priority {
  return priorities.indexOf(a) >= priorities.indexOf(b) ? a : b
}

/** One step up; urgent stays urgent. */
export function raised(priority: Priority): Priority {
  return priorities[Math.min(priorities.indexOf(priority) + 1, priorities.length - 1)] as Priority
}
