/// What a finding is about, by a name that never changes.
///
/// Codes are named after what was found. Each has one ``Declaration`` in the ``Catalogue``.
@nonexhaustive
public enum Code: UInt16, CaseIterable, Hashable, Sendable {
  // Reading.
  case notCarried, duplicateKey, loneSurrogate, unexpectedType, wrongTypeDropped
  case spellingCorrected, formatIgnored, memberMisplaced, unknownComponent, headerFormatUnknown,
    unknownMember
  case unknownDropped, componentRepeated, componentDropped, componentEmpty, sampleUnreadable
  case maskedValue

  // Exports in XML.
  case unmappedDropped, exportWithoutTemplate, placeholderNamed, elementFlattened,
    tagsInText

  // Content.
  case noTemplateContent, unreadable, sourceNotApproved, bodyMissing, bodyLong, bodyDropped
  case textShortened, textCutOff, textCutForLength, lineTooLong, bodyTooLong, replyCutForLength,
    footerCutForLength,
    cardShortened
  case cardCutForLength, placeholderRespelled, sampleDropped, phraseInEnglish, markupMayNotShow,
    markupAppears

  // Envelope.
  case templateTypeMismatch, nameAssumed, nameChanged, languageAssumed, languageRespelled,
    languageReplaced, codeMissing, accountDeprecated
  case categoryAssumed, categoryChanged, categoryRenamed, passwordAsUtility, categoryUnknown,
    categoryToLayout
  case layoutContradicts, becomesPromotional, timeToLiveDropped, settingDropped

  // Header and media.
  case headerMerged, captionMerged, captionRepeated, locationMerged, imageToLink, videoToLink
  case documentToLink, documentSplit, mediaWithoutAddress, mediaDetailDropped, mediaDetailLost,
    fileNameAssumed
  case fileTypeAssumed, imageBelowText, imageAboveText, mediaExcluded

  // What is given on sending.
  case handleToVariable, mediaAsVariable, mediaVariableDropped, gifToVideo, productDropped
  case locationLeftToSending, placeUnknownDropped, callPermissionDropped, languagesDropped
  case variableRenamed, variableBroken, sampleConflict, sampleLeftOut, labelFixed, couponFilled
  case termsMissing, variableStyleChanged, cardTextAssumed, buttonLinkDropped, offerWithoutText
  case labelShortened

  // Footer and offer.
  case footerMerged, footerDropped, offerMerged, offerExpirationDropped, countdownLost
  case countdownAsText

  // Buttons.
  case buttonToText, buttonDropped, buttonWithoutAddress, videoButtonAdapted, replyToText,
    replyDropped
  case optOutWeakened, couponToText, codeButtonDropped, videoButtonMoved, videoButtonLinkLost,
    extrasDropped
  case labelVariableFilled, variablesFilled, lineEndsTrimmed, sampleUsed, labelAssumed,
    buttonsReordered, urlTypeContradicts, addressEncoded, buttonWithoutWords

  // Carousel.
  case carouselRefused, carouselSplit, cardToText, cardLinkToText, cardMediaLeads,
    cardMediaIncomplete
  case cardMediaDropped, cardDropped, cardSaysNothing

  // Authentication.
  case authenticationToText, authenticationTextDropped, securityAdviceToText, expirationToText
  case expirationDropped, autofillIncomplete, appDropped

  // Messages.
  case presentationLost, senderDropped, alternativeDropped, alternativeToBody, quickRepliesStay
  case replyDataDropped, replyWordsDropped, buttonIconDropped, requestToReply, messagesSplit
  case messageDropped, stickerDropped, contactMerged, mediaToLink, audioToLink, valueSupplied,
    supplyMisplaced,
    senderPictureDropped, buttonIconNotSecure
  case placeholdersStay, templateToMessage, brokenDropped, layoutPartLost, messageSplit
  case cardsDivided, alternativeShortened, markupDropped, markupInWord, markupNotHeld,
    previewAssumed
  case cardVideoToPicture, placeCompleted, styleNotPossible, codeButtonCopies, codeButtonAdapted
  case chipDropped, offerToHeading, linkNotTappable
  case senderShortened, placeShortened, contactShortened, mediaMayNotShow, layoutDivided
  case layoutIndivisible, flowNameDropped, wordsReplaced, gifToPicture, audioToFile

  // Bots.
  case buttonsBelowChat, undocumentedUsed

  // Rules of the platforms.
  case textTooLong, textLong, textTooShort, tooManyVariables, manyVariables, variableAtEnd
  case variablesAdjacent, sampleMissing, sampleUnused, foreignPlaceholder, markupNotShown
  case tooManyButtons, tooManyCoupons, repliesInterleaved, repliesBetween,
    buttonNotAllowed, labelMissing
  case urlMissing, urlInvalid, phoneInvalid, couponInvalid, flowIncomplete, promotionalInUtility
  case componentNotAllowed, componentsExclude, componentsAdvisedApart, tooManyCards, cardsDiffer,
    cardIncomplete
  case authenticationHeader, authenticationText, authenticationButtons, passwordInCategory,
    autofillWithoutApp
  case tooManyApps, outOfRange, rangeDisputed, nameInvalid, nameMissing, languageMissing
  case languageInvalid, languageUnknown, categoryMissing, categoryInvalid, categoryLegacy
  case layoutImpossible, layoutMismatch, layoutInCreate, videoButtonWithLink, mediaIncomplete
  case fileTypeUnusual, pinMissing, offerOrder
  case handleMissing, variableNameInvalid, variablesUnordered, variableStyleWrong, emojiNotShown
  case termsNotAccepted, buttonNotAlone, urlVariableInside, cardsUneven, appInvalid, cardBodyLines
  case authenticationFree, urlVariableNamed, bracesInText, fewWords, buttonsFolded
  case flowNamedTwice, languagesWithoutPassword, labelInSeveralLanguages, optionWithoutPassword
  case authenticationComponent, manyProductCards, manyEmoji, linkShortened, memberValueUnusual
  case withoutEffect, mediaSampleMissing, manyButtons, variableNameUnusual

  // Rules of bots.
  case undocumented, versionTooLow, versionDisputed, addresseeMissing, messageTooLarge
  case fileTypeRefused, fileNameWithoutType, keyboardTall, buttonInvisible, valueQuoted
  case gifStandsStill, mapMissing, tooManyReceivers

  // Rules of nested objects.
  case memberUnknown, memberMissing, membersExclude, valueEmpty, valueNotAllowed, kindNotAllowed
  case kindRetired, tooManyItems, tooFewItems, httpsNeeded, schemeNotAllowed, addressNotEncoded
  case columnsUneven, bubblesDiffer, videoMisplaced, firstIsAbsolute, layoutTooLarge, layoutLarge
  case emojiMisplaced, braceUnpaired, timesInverted, chipsNotShown, addressNamesFile
}
