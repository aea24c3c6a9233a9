/** Looks again and again until looking throws nothing, and answers what was seen. */
export async function until<Seen>(look: () => Promise<Seen>, timeoutMs = 20_000): Promise<Seen> {
  const end = Date.now() + timeoutMs
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
