using System.Buffers;
using IncidentTrail.Actions;
using IncidentTrail.Contracts;
using IncidentTrail.Patterns;
using IncidentTrail.Texts;

namespace IncidentTrail.Filtering;

/// <summary>
/// Says what of a query could not match, where its answer is empty: a name that no action has, a list in one text, a part
/// of an id. What is valid and did not occur is not spoken of.
/// </summary>
internal static class Unmatched
{
    /// <summary>How a warning begins where nothing matched.</summary>
    internal const string Nothing = "Nothing matched.";

    /// <summary>How it begins where something else matched.</summary>
    internal const string SomeInVain = "Some of what was asked for matched nothing.";

    private const int IdLength = 36;

    private static readonly SearchValues<char> s_ofAddress = SearchValues.Create("0123456789.");

    private static readonly string[] s_errors =
    [
        "AccessDenied", "AccessDeniedException", "ConflictException", "DataEncryptionException", "InternalServerException",
        "ResourceNotFoundException", "ServiceQuotaExceededException", "ThrottlingException", "ValidationException",
        "Client.UnauthorizedOperation", "UnauthorizedOperation", "UnrecognizedClientException", "InvalidSignatureException",
        "ExpiredTokenException", "InvalidClientTokenId", "MissingAuthenticationTokenException", "IncompleteSignature",
        "InvalidParameterException", "InvalidRequestException", "InternalFailure", "ServiceUnavailable", "ServiceUnavailableException",
        "Throttling", "RequestLimitExceeded", "RequestExpired", "OptInRequired", "UnknownOperationException", "SerializationException",
    ];

    /// <summary>All of it in one warning; null where nothing is odd.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="callers">Callers that were nearly asked for.</param>
    /// <param name="coverage">What was read; null where what was read before is left out of it.</param>
    /// <param name="isSaidAhead">Whether what <see cref="Ahead"/> gives was said before.</param>
    internal static TrailNotice? Of(TrailQuery query, IEnumerable<NearCallers> callers, TrailCoverage? coverage = null, bool isSaidAhead = false)
    {
        var doubts = Doubts(query, query.ErrorCode).Except(isSaidAhead ? DoubtsAhead(query) : []).Concat(OtherTimes(query, coverage)).Concat(OtherRegions(query, coverage))
            .Concat(callers.SelectMany(near => near.Names).Take(EngineLimits.NamesShown).Select(OfCaller)).ToList();
        return doubts.Count == 0 ? null : TrailNotice.Warning(Nothing + ' ' + string.Join(' ', doubts));
    }

    /// <summary>
    /// What of a query matched nothing where something else of it did: of several values of a filter those that nothing kept held. All
    /// in one warning; null where nothing is odd.
    /// </summary>
    /// <param name="query">What was asked.</param>
    /// <param name="filters">What judged the records.</param>
    /// <param name="isSaidAhead">Whether what <see cref="Ahead"/> gives was said before.</param>
    internal static TrailNotice? Beside(TrailQuery query, IReadOnlyList<TrailFilter> filters, bool isSaidAhead)
    {
        var callers = filters.SelectMany(filter => filter.NearCallers.Names.Where(near => filter.InVain.IsUnseenCaller(near.Asked)));
        return Beside(filters.SelectMany(filter => filter.InVain.Doubts).Except(isSaidAhead ? DoubtsAhead(query) : []), callers);
    }

    /// <summary>The same of values that were looked for elsewhere than callers.</summary>
    internal static TrailNotice? Beside(ValuesInVain inVain, NearCallers callers) =>
        Beside(inVain.Doubts, callers.Names.Where(near => inVain.IsUnseenCaller(near.Asked)));

    private static TrailNotice? Beside(IEnumerable<string> odd, IEnumerable<NearCaller> callers)
    {
        var doubts = odd.Concat(callers.Take(EngineLimits.NamesShown).Select(OfCaller)).ToList();
        return doubts.Count == 0 ? null : TrailNotice.Warning(SomeInVain + ' ' + string.Join(' ', doubts));
    }

    /// <summary>What is odd in one value of a filter, beside the services and categories that are asked.</summary>
    internal static IReadOnlyList<string> OfValue(TrailQuery query, string parameter, string value) =>
        [.. Doubts(ValuesInVain.Alone(query, parameter, value), query.ErrorCode).Except(parameter is nameof(query.EventSource) or nameof(query.EventCategory) ? [] : Doubts(ValuesInVain.Alone(query, string.Empty, string.Empty), []))];

    /// <summary>
    /// What can be said before anything was read, to whoever waits for what can never come; null where nothing is odd. Whether
    /// another service has such an action, or some service such an error, is not known here.
    /// </summary>
    internal static TrailNotice? Ahead(TrailQuery query)
    {
        var doubts = DoubtsAhead(query).ToList();
        return doubts.Count == 0 ? null : TrailNotice.Warning(string.Join(' ', doubts));
    }

    private static IEnumerable<string> DoubtsAhead(TrailQuery query) => Contradictions(query).Concat(Lists(query)).Concat(Blanks(query)).Concat(IsIncidentManagerAlone(query) ? Actions(query) : [])
        .Concat(Services(query)).Concat(Categories(query)).Concat(Parts(query));

    /// <summary>True for a text without a wildcard.</summary>
    internal static bool IsLiteral(string text) => text.AsSpan().IndexOfAny("*?[`") < 0;

    // Beside a value of a filter that is looked at alone, other error codes may be asked for.
    private static IEnumerable<string> Doubts(TrailQuery query, IReadOnlyList<string> errorCodes) =>
        ToCome(query).Concat(Contradictions(query)).Concat(Lists(query)).Concat(Blanks(query)).Concat(Actions(query)).Concat(Services(query))
            .Concat(Literals(query.ErrorCode).Select(code => OfError(code, errorCodes, IsIncidentManagerAlone(query))).OfType<string>())
            .Concat(Categories(query)).Concat(Parts(query));

    private static IEnumerable<string> Actions(TrailQuery query) => Literals(query.EventName).Select(name => OfAction(name, query)).OfType<string>();

    private static IEnumerable<string> Services(TrailQuery query) => Literals(query.EventSource)
        .Select(source => ActionSelection.Doubt(source) ?? ServiceNames.Doubt(source)).OfType<string>();

    // Another one may be new.
    private static IEnumerable<string> Categories(TrailQuery query) =>
        from category in Literals(query.EventCategory)
        where !EventCategories.All.Contains(category, StringComparer.OrdinalIgnoreCase)
        let near = Spelling.Nearest(category, EventCategories.All)
        where near is not null
        select $"No category of events is called {category}; {near} was likely meant.";

    // Each can match, and both together cannot, whatever is recorded.
    private static IEnumerable<string> Contradictions(TrailQuery query)
    {
        if (query.ChangesOnly && query.Access is { Count: > 0 } && query.Access.All(access => access is TrailAccess.Read or TrailAccess.List))
            yield return $"-Changes leaves out all that -Access {string.Join(", ", query.Access)} asks for: give one of them.";
        else if (query is { Access.Count: > 0, Category.Count: > 0 } && !TrailActions.All.Any(action => IsAsked(action, query)))
            yield return $"No action is both of -Category {string.Join(", ", query.Category)} and of -Access {string.Join(", ", query.Access)}; Get-IncidentTrailAction shows of which each is.";
        if (query is { Failed: false, ErrorCode.Count: > 0 })
            yield return "-Failed:$false leaves out all that -ErrorCode asks for: a call with an error code failed.";
    }

    private static bool IsAsked(TrailAction action, TrailQuery query) =>
        query.Access.Contains(action.Access) && action.Category is { } category && query.Category.Contains(category);

    // A part of what is compared whole.
    private static IEnumerable<string> Parts(TrailQuery query) =>
        query.EventId.Where(id => !id.Contains(',') && !HasBlanks(id) && id.Length < IdLength)
            .Select(id => $"-EventId {id} is part of an id at most: it compares whole ids, and takes no wildcards.")
            .Concat(Literals(query.AccountId).Where(account => account.Length < 12 || !account.All(char.IsAsciiDigit))
                .Select(account => $"-AccountId {account} is no account of 12 digits; a part of one is -AccountId *{account}*."))
            .Concat(Literals(query.SourceIPAddress).Where(IsPartOfAddress)
                .Select(address => $"-SourceIPAddress {address} is no whole address; -SourceIPAddress {address.TrimEnd('.')}.* finds those that begin so."))
            .Concat(Literals(query.AccessKeyId).Where(key => key.Length < 16)
                .Select(key => $"-AccessKeyId {key} is part of an id at most; -AccessKeyId *{key}* finds it."))
            .Concat(Literals(query.ResourceArn).Where(arn => !arn.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
                .Select(name => $"-ResourceArn {name} is no whole ARN; -ResourceArn *{name}* finds what holds it."));

    private static IEnumerable<string> ToCome(TrailQuery query) => !(query.StartTimeUtc > DateTime.UtcNow) ? []
        : [FormattableString.Invariant($"The window begins in the future, at {query.StartTimeUtc:yyyy-MM-dd HH:mm:ss}Z: what happens then is not recorded yet.")];

    // Of what accounts and Regions leave out a window need not be the reason; nor were all passed over where one was opened.
    private static IEnumerable<string> OtherTimes(TrailQuery query, TrailCoverage? coverage)
    {
        if (coverage is not { RecordsRead: 0, LogsRead: 0, LogsFailed: 0 } || (query.StartTimeUtc ?? query.EndTimeUtc) is null || query.AccountId.Count + query.Region.Count > 0)
            yield break;
        foreach (var source in coverage.Sources)
        {
            if (source.PassedOver is var (first, last))
            {
                yield return $"All logs in {source.Name} were passed over: by the names of files and folders they were delivered "
                    + FormattableString.Invariant($"from {first:yyyy-MM-dd} to {last:yyyy-MM-dd} (UTC), and the window is {Window(query)}.");
            }
        }
    }

    // With AWS's own tools the parameter of this name says where a bucket is. Event history is asked in the Regions named. Accounts and
    // a window may be the reason as well.
    private static IEnumerable<string> OtherRegions(TrailQuery query, TrailCoverage? coverage)
    {
        if (query.Region.Count == 0 || coverage is not { RecordsRead: 0, LogsRead: 0, LogsFailed: 0, Sources: { Count: > 0 } sources } || sources.Any(source => source.Reaches.Count > 0))
            yield break;
        var accounts = query.AccountId.Count > 0 ? $" and -AccountId {string.Join(", ", query.AccountId)}" : null;
        var window = Window(query) is { Length: > 0 } times ? ", " + times + "," : null;
        yield return $"No log of -Region {string.Join(", ", query.Region)}{accounts}{window} was there to be read: -Region names the Regions in which calls were made. A bucket's own Region is found by itself.";
    }

    private static string Window(TrailQuery query) => string.Join(' ', new[]
    {
        query.StartTimeUtc is { } start ? FormattableString.Invariant($"from {start:yyyy-MM-dd HH:mm:ss}Z") : null,
        query.EndTimeUtc is { } end ? FormattableString.Invariant($"to {end:yyyy-MM-dd HH:mm:ss}Z") : null,
    }.OfType<string>());

    private static IEnumerable<string> Lists(TrailQuery query) =>
        Names(query).Where(p => !MayHoldComma(p.Parameter)).SelectMany(p => p.Texts.Where(text => text.Contains(',')).Select(text =>
            $"-{p.Parameter} '{text}' is one text with a comma in it; a list is {string.Join(',', text.Split(',', StringSplitOptions.TrimEntries).Select(t => $"'{t}'"))}."));

    // As they come from a cell, or with what was copied around them. Those of an address do not count.
    private static IEnumerable<string> Blanks(TrailQuery query) =>
        Names(query).Where(p => p.Parameter != nameof(query.SourceIPAddress)).SelectMany(p => p.Texts.Where(HasBlanks).Select(text => $"-{p.Parameter} '{text}' has blanks at its ends, and they count; without them it is '{text.Trim()}'."));

    private static bool MayHoldComma(string parameter) =>
        parameter is nameof(TrailQuery.Caller) or nameof(TrailQuery.UserAgent);

    /// <summary>The filters that take texts.</summary>
    internal static IEnumerable<AskedTexts> Names(TrailQuery query) =>
    [
        new("EventName", query.EventName), new("EventSource", query.EventSource), new("ErrorCode", query.ErrorCode), new("EventId", query.EventId),
        new("AccountId", query.AccountId), new("Region", query.Region), new("AccessKeyId", query.AccessKeyId), new("ResourceArn", query.ResourceArn),
        new("EventCategory", query.EventCategory), new("SourceIPAddress", query.SourceIPAddress), new("Caller", query.Caller), new("UserAgent", query.UserAgent),
    ];

    private static bool HasBlanks(string text) => text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    // What .NET would read as an address of one to three numbers no record holds.
    private static bool IsPartOfAddress(string text) =>
        text.AsSpan().IndexOfAnyExcept(s_ofAddress) < 0 && text.Split('.', StringSplitOptions.RemoveEmptyEntries).Length is 1 or 2 or 3;

    private static IEnumerable<string> Literals(IReadOnlyList<string> texts) => texts.Where(text => IsLiteral(text) && !text.Contains(',') && !HasBlanks(text));

    private static string? OfAction(string name, TrailQuery query)
    {
        // What the actions of other services are called is not known here.
        if (!IsIncidentManagerAlone(query))
        {
            return ActionSelection.Nearest(name, query.EventSource) is { } nearest
                ? $"No action of Incident Manager's is called {name}; {nearest} was likely meant, unless another service has one of that name." : null;
        }
        if (ActionSelection.Misspelt(name, query.EventSource) is { } misspelt)
            return misspelt;
        if (ActionSelection.Select([name], query.EventSource, [], []).Any())
            return null;
        return TrailActions.All.FirstOrDefault(action => action.EventName.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"{other.EventName} is an action of {other.EventSource}, which -EventSource leaves out."
            : $"{name} is no action of Incident Manager; "
                + (ActionSelection.IsPart(name) ? $"-EventName *{name}* finds those whose names hold it." : "with -AllServices, or its -EventSource, those of other services are read.");
    }

    // Without a source of its own a query asks Incident Manager's two.
    private static bool IsIncidentManagerAlone(TrailQuery query) =>
        query.EventSource.Count == 0 ? !query.AllServices : query.EventSource.All(source => IsLiteral(source) && IncidentManagerSources.IsNamed(source));

    private static string? OfError(string code, IReadOnlyList<string> asked, bool isIncidentManagerAlone)
    {
        if (s_errors.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            // Services call one error by different names.
            return Array.Find(s_errors, other => other.Length > code.Length && other.StartsWith(code, StringComparison.OrdinalIgnoreCase)) is { } longer
                && !new PatternSet(asked).IsMatch(longer)
                ? $"-ErrorCode {code} is not {longer}, which other services write; -ErrorCode {code}* finds both." : null;
        }
        return Spelling.Nearest(code, s_errors) is { } nearest ? $"No error code is {code}; {nearest} was likely meant."
            : isIncidentManagerAlone ? $"{code} is no error code of Incident Manager's that is known; -ErrorCode * gives all calls with one." : null;
    }

    private static string OfCaller(NearCaller caller) =>
        FormattableString.Invariant($"{caller.Name} has {caller.Count} {Counted.Noun(caller.Count, "event")}; -Caller *{caller.Asked}* finds them.");
}
