/** An organisation as reports need it. */
export interface OrganisationNode {
  readonly id: string;
  readonly parentId: string | null;
  /** `region`, `hospital`, `unit` … */
  readonly kind: string;
}

/** Which organisation lies below which. */
export class Tree {
  private readonly nodes: ReadonlyMap<string, OrganisationNode>;
  private readonly ups = new Map<string, readonly string[]>();

  constructor(organisations: readonly OrganisationNode[]) {
    this.nodes = new Map(organisations.map((node) => [node.id, node]));
  }

  /** The organisation, the one above it, and so on as far as they are known. */
  upFrom(id: string): readonly string[] {
    const found = this.ups.get(id);
    if (found !== undefined) return found;
    const up = [id];
    for (let parent = this.nodes.get(id)?.parentId; parent != null && this.nodes.has(parent) && !up.includes(parent);) {
      up.push(parent);
      parent = this.nodes.get(parent)!.parentId;
    }
    this.ups.set(id, up);
    return up;
  }

  kindOf(id: string): string | null {
    return this.nodes.get(id)?.kind ?? null;
  }
}
