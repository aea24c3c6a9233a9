/** Small things remembered on the customer's device, under one prefix. */
export interface Keeping {
  read<T>(key: string): T | null
  /** False when the device would not keep it (private mode, full). */
  write(key: string, value: unknown): boolean
  drop(key: string): void
}

const PREFIX = 'huiyin.'

export const onDevice: Keeping = {
  read<T>(key: string): T | null {
    try {
      const text = localStorage.getItem(PREFIX + key)
      return text === null ? null : (JSON.parse(text) as T)
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(PREFIX + key)
    } catch {
      // Where nothing can be kept, nothing has to be dropped.
    }
  },
}
