/// What a channel needs to hold a button, a header, a medium: one table each.
extension Button {
  /// What a channel needs to hold the button; a body for one of an unknown type.
  var feature: Feature {
    switch action {
    case .reply: .reply
    case .url: .url
    case .phone: .phone
    case .coupon: .coupon
    case .oneTimePassword: .oneTimePassword
    case .flow: .flow
    case .catalog: .catalog
    case .products: .products
    case .service(let service): service.feature
    case .dateTime: .dateTime
    case .camera: .camera
    case .cameraRoll: .cameraRoll
    case .requestLocation: .requestLocation
    case .requestPhone: .requestPhone
    case .nothing: .nothing
    case .unknown: .body
    }
  }

  /// What the button asks for; none for buttons that ask nothing.
  var requestFeature: Feature? {
    switch feature {
    case .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone, .nothing: feature
    default: nil
    }
  }
}

extension Service {
  /// What a channel needs to hold such a button.
  var feature: Feature {
    switch self {
    case .voiceCall: .voiceCall
    case .product: .product
    case .orderDetails: .orderDetails
    case .paymentRequest: .paymentRequest
    }
  }
}

extension Header {
  /// What a channel needs to hold the header.
  @inline(__always)
  var feature: Feature {
    switch content {
    case .text: .headerText
    case .media(let media): media.kind.feature
    case .location: .headerLocation
    case .sticker: .headerSticker
    case .contact: .headerContact
    case .product: .headerProduct
    }
  }
}

extension Media.Kind {
  /// What a channel needs to hold such a header.
  var feature: Feature {
    switch self {
    case .image: .headerImage
    case .video: .headerVideo
    case .document: .headerDocument
    case .audio: .headerAudio
    case .gif: .headerGif
    }
  }
}
