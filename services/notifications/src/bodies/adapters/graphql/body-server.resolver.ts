import { Context, Query, Resolver } from '@nestjs/graphql';
import type { BodyServer } from '@otklik/contracts/generated/graphql';
import { NotFound, type PermittedContext } from '@otklik/host';
import { BodyServers } from '../../application/body-servers.js';
import { FollowedRequests } from '../../store/followed-requests.js';

const UNKNOWN = { problem: null, problemSince: null, answeredAt: null, waiting: 0, followed: 0 } as const;

@Resolver()
export class BodyServerResolver {
  constructor(
    private readonly servers: BodyServers,
    private readonly requests: FollowedRequests,
  ) {}

  @Query('bodyServers')
  async bodyServers(@Context() { district }: PermittedContext): Promise<readonly BodyServer[]> {
    if (!district) throw new NotFound();
    const healths = new Map((await this.requests.healths(district.id)).map((one) => [one.organisation, one]));
    return district.organisations.flatMap(({ code: organisation, name, open311 }) => {
      if (!open311) return [];
      const server = this.servers.of(district.id, organisation);
      return [
        {
          organisation,
          name,
          endpoint: open311.endpoint,
          isOpen: server !== undefined,
          hasKey: server?.hasKey ?? false,
          ...UNKNOWN,
          ...healths.get(organisation),
        },
      ];
    });
  }
}
