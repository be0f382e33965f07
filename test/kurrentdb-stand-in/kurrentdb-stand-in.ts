import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { GossipService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb';
import {
  ClusterInfo,
  EndPoint,
  MemberInfo,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import {
  StreamsService,
  type IStreamsServer,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import { append, batchAppend } from './appends';
import { deleteStream, tombstoneStream } from './deletes';
import { read } from './reads';
import { StandInFaults } from './stand-in-faults';
import { StandInLog } from './stand-in-log';
import type { StandInState } from './stand-in-state';
import { refusal, uuidOf } from './wire';

const HOST = '127.0.0.1';
const INSTANCE_ID = '5a1d6c1e-4a52-4a3f-9f0e-0a1b2c3d4e5f';
const MESSAGE_BYTES_MAX = 17 * 1_024 * 1_024;

type UnaryReply<T> = (error: Error | null, response?: T) => void;

/**
 * A test double of a KurrentDB node: it speaks as much of the protocol as the client's reads, appends and subscriptions
 * need, and does wrong on request. It proves what the adapter does with the client, never what a server does.
 */
export class KurrentDbStandIn implements StandInState {
  readonly log = new StandInLog();
  readonly faults = new StandInFaults();
  readonly subscriptions = new Set<() => void>();
  subscriptionCount = 0;
  cancelledReadCount = 0;
  private server: Server | null = null;
  private port = 0;

  /** The connection string, once it was started; the same after a restart. */
  get url(): string {
    return `kurrentdb://${HOST}:${this.port}?tls=false`;
  }

  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': MESSAGE_BYTES_MAX });
    server.addService(StreamsService, this.streams());
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, reply: UnaryReply<SupportedMethods>) => {
        this.answerProbe(reply);
      },
    });
    server.addService(GossipService, {
      read: (_call: unknown, reply: UnaryReply<ClusterInfo>) => {
        reply(null, this.members());
      },
    });
    this.port = await bound(server, this.port);
    this.server = server;
  }

  /** Drops every connection at once; the log stays. */
  stop(): Promise<void> {
    this.server?.forceShutdown();
    this.server = null;
    this.subscriptions.clear();
    return Promise.resolve();
  }

  async cut(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ends every subscription in an orderly way, as a node does that shuts down. */
  endSubscriptions(): void {
    this.subscriptions.forEach((end) => {
      end();
    });
  }

  notLeader(): ReturnType<StandInState['notLeader']> {
    return refusal(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': HOST,
      'leader-endpoint-port': String(this.port),
    });
  }

  private streams(): IStreamsServer {
    return {
      read: (call) => {
        read(this, call);
      },
      append: (call, reply) => {
        append(this, call, reply);
      },
      batchAppend: (call) => {
        batchAppend(this, call);
      },
      delete: (call, reply) => {
        deleteStream(this, call, reply);
      },
      tombstone: (call, reply) => {
        tombstoneStream(this, call, reply);
      },
    };
  }

  private answerProbe(reply: UnaryReply<SupportedMethods>): void {
    const fault = this.faults.nextProbe();
    if (fault === 'never') return;
    if (fault === 'cut') {
      void this.cut();
      return;
    }
    if (fault !== null) {
      reply(fault === 'notLeader' ? this.notLeader() : refusal(fault.code, fault.details));
      return;
    }
    const method = (name: string): SupportedMethod =>
      new SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(name);
    const methods = ['read', 'append', 'batchappend', 'delete', 'tombstone'].map(method);
    reply(null, new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('26.0'));
  }

  private members(): ClusterInfo {
    const member = new MemberInfo()
      .setInstanceId(uuidOf(INSTANCE_ID, true))
      .setTimeStamp(String(Date.now() * 10_000))
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress(HOST).setPort(this.port));
    return new ClusterInfo().setMembersList([member]);
  }
}

const bound = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${HOST}:${port}`, ServerCredentials.createInsecure(), (error, taken) => {
      if (error === null) resolve(taken);
      else reject(error);
    });
  });
