/** The queue's place on the phone: IndexedDB, because it can hold photos. */
import type { QueuedSubmission, QueueStore } from './queue.ts'

const DATABASE = 'huiyin'
const SHELF = 'queue'

export const phoneStore: QueueStore = {
  all: () => onShelf<QueuedSubmission[]>('readonly', (shelf) => shelf.getAll()),
  put: async (submission) => void (await onShelf('readwrite', (shelf) => shelf.put(submission))),
  drop: async (submissionKey) =>
    void (await onShelf('readwrite', (shelf) => shelf.delete(submissionKey))),
}

async function onShelf<T>(
  mode: IDBTransactionMode,
  act: (shelf: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await opened()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(SHELF, mode)
    const request = act(transaction.objectStore(SHELF))
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  }).finally(() => database.close())
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(SHELF, { keyPath: 'submissionKey' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = request.onblocked = () => reject(request.error)
  })
}
