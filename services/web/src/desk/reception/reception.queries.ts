import { graphql } from '../../generated/gql.js';

export const receptionDayDocument = graphql(`
  query ReceptionDay($district: String!, $on: Date!, $from: Date!, $to: Date!) {
    receptions(district: $district) {
      hours
      official
      post
      place
      on
      from
      to
      video
      queue
      slots {
        begins
        free
      }
    }
    receptionVisits(district: $district, on: $on) {
      id
      on
      version
      state
      hours
      official
      post
      place
      begins
      way
      channel
      outOfTurn
      name
      phone
      matter
      remindedAt
      outcome
      receivedBy
      appeal
      earlier
      said
    }
    receptionLoad(district: $district, from: $from, to: $to) {
      official
      post
      booked
      received
      registered
      missed
      cancelled
      byVideo
    }
  }
`);

export const receptionWeekDocument = graphql(`
  query ReceptionWeek($district: String!, $from: Date!, $to: Date!) {
    receptions(district: $district) {
      hours
      official
      post
      place
      on
      from
      to
      video
      queue
      slots {
        begins
        free
      }
    }
    receptionVisits(district: $district, on: $from, to: $to) {
      id
      on
      version
      state
      hours
      official
      post
      place
      begins
      way
      channel
      outOfTurn
      name
      phone
      matter
      remindedAt
      outcome
      receivedBy
      appeal
      earlier
      said
    }
    receptionLoad(district: $district, from: $from, to: $to) {
      official
      post
      booked
      received
      registered
      missed
      cancelled
      byVideo
    }
  }
`);

export const enterReceptionDocument = graphql(`
  mutation EnterReception($input: EnterReceptionInput!) {
    enterReception(input: $input) {
      __typename
      ... on BookedReception {
        id
        bookingCode
        begins
      }
      ...RefusalFields
    }
  }
`);

export const moveReceptionDocument = graphql(`
  mutation MoveReception($input: MoveReceptionInput!) {
    moveReception(input: $input) {
      ...ActOutcome
    }
  }
`);

export const cancelReceptionDocument = graphql(`
  mutation CancelReception($input: ReceptionActInput!) {
    cancelReception(input: $input) {
      ...ActOutcome
    }
  }
`);

export const remindDocument = graphql(`
  mutation RecordReceptionReminder($input: ReceptionActInput!) {
    recordReceptionReminder(input: $input) {
      ...ActOutcome
    }
  }
`);

export const cameDocument = graphql(`
  mutation RecordVisitorCame($input: ReceptionActInput!) {
    recordVisitorCame(input: $input) {
      ...ActOutcome
    }
  }
`);

export const takeBackCameDocument = graphql(`
  mutation TakeBackVisitorCame($input: ReceptionActInput!) {
    takeBackVisitorCame(input: $input) {
      ...ActOutcome
    }
  }
`);

export const missedDocument = graphql(`
  mutation RecordVisitorMissed($input: ReceptionActInput!) {
    recordVisitorMissed(input: $input) {
      ...ActOutcome
    }
  }
`);

export const enterAtReceptionDocument = graphql(`
  mutation EnterAtReception($input: EnterAppealInput!) {
    enterAppeal(input: $input) {
      __typename
      ... on Receipt {
        id
        version
      }
      ...RefusalFields
    }
  }
`);

export const endReceptionDocument = graphql(`
  mutation EndReception($input: EndReceptionInput!) {
    endReception(input: $input) {
      ...ActOutcome
    }
  }
`);
