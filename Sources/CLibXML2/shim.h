// What of libxml2 is used: the parser that is fed, and the handlers that keep declared entities.
#pragma once

// A libxml2 built with ICU would bring its headers in, which are not those of Foundation's ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

// The error of the last call; Swift does not see a macro.
static inline int last_error(void) { return errno; }
