export { isPublicAddress, ownAddress } from './addresses.js';
export type { FileDoor } from './file-door.js';
export {
  callOutside,
  InnerAddress,
  publicAddressOf,
  outsideAgent,
  type CallFailure,
  type CallOutcome,
  type OutsideCall,
} from './outside.js';
export {
  FileUnavailable,
  takesFiles,
  type Capabilities,
  type Captured,
  type CapturedCounts,
  type CapturedFile,
  type CapturedMessage,
  type CapturedPost,
  type CaughtUp,
  type Channel,
  type DeliveredEvent,
  type Finding,
  type Outcome,
  type OutgoingFile,
  type PlaceProblem,
  type PlaceRead,
  type PublicPlace,
  type Metric,
  type Part,
  type Problem,
  type RawDelivery,
  type Ref,
  type Refused,
  type Rejection,
  type Sample,
  type TextUnit,
  type ThreadKind,
  type Verdict,
} from './network.js';
export type {
  AccountDefinition,
  AccountField,
  AccountNetwork,
  Copied,
  Network,
  NetworkDefinition,
  Words,
} from './definition.js';
export {
  definitionOf,
  deliverySecrets,
  isNetwork,
  listenerOf,
  NETWORKS,
  open311Endpoint,
  openAccount,
  readNetworkApis,
  type NetworkApis,
  type OpenedAccount,
  type Surroundings,
} from './networks.js';
export {
  conversationOf,
  refKey,
  type Conversation,
  type InboundMessage,
  type Revision,
} from './receiving/conversation.js';
export { readBody, takeDelivery, type Answer, type KeepDelivery } from './receiving/take-delivery.js';
export { Dispatcher, type DispatcherPorts, type Reply, type SendRecord } from './sending/dispatcher.js';
export { repliesUntil } from './sending/reply-window.js';
export { measure, messagesOf, textParts, type TextLimit } from './sending/text-parts.js';
export { stubCapabilities, stubChannel, type StubAccount } from './stub/stub-channel.js';
export { telegramCapabilities, telegramChannel, type TelegramAccount } from './telegram/telegram-channel.js';
export { vkCapabilities, vkChannel, type VkAccount } from './vk/vk-channel.js';
export { maxCapabilities, maxChannel, type MaxAccount } from './max/max-channel.js';
export { okCapabilities, okChannel, type OkAccount } from './ok/ok-channel.js';
export { instagramCapabilities, instagramChannel, type InstagramAccount } from './instagram/instagram-channel.js';
export {
  Open311Client,
  type Found,
  type Open311Server,
  type OutgoingRequest,
  type OutsideRequest,
  type OutsideUpdate,
  type Posted,
} from './open311/open311-client.js';
