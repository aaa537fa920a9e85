using System.Text;
using IncidentTrail.Callers;
using IncidentTrail.Json;
using IncidentTrail.Records;
using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Callers;

/// <summary>What has one hash is one caller.</summary>
public sealed class CallerPoolTests
{
    private const int Seed = 20261128;
    private const string Session = """{"type":"AssumedRole","principalId":"AROAEXAMPLE:deploy","sessionContext":{"attributes":{"creationDate":"2026-01-02T02:00:00Z","mfaAuthenticated":"false"}}}""";

    private static readonly string?[] s_addresses =
    [
        null, "203.0.113.10", "198.51.100.7", "2001:db8::1f", "fe80::1", "events.amazonaws.com", "AWS Internal", "AWS Internal/3",
        "abc.amazonaws.com.cn", "console.amazonaws.com", "AWS Internal3", "",
    ];

    private static readonly string[] s_services = ["events.amazonaws.com", "sns.amazonaws.com"];

    private static readonly string[] s_identities =
    [
        Root, Line(IamUser), Line(FederatedUser), Line(IdentityCenterUser), Line(AssumedRole("Responder")), Session,
        Line(AssumedRole("AWSServiceRoleForX", path: "/aws-service-role/x.amazonaws.com/")), """{"type":"AWSService","invokedBy":"events.amazonaws.com"}""",
        """{"type":"AWSService"}""", """{"type":"Unknown","arn":"arn:aws:iam::111122223333:user/bob"}""", "{}", "\"bob\"", "",
    ];

    [Theory]
    [InlineData("203.0.113.10", "2026-01-02T02:00:00Z", "198.51.100.7", "2026-01-02T02:00:00Z")]
    [InlineData("203.0.113.10", "2026-01-02T02:00:00Z", "2001:DB8::1F", "2026-03-04T05:06:07Z")]
    [InlineData(null, "2026-01-02T02:00:00Z", "203.0.113.10", "1999-12-31T23:59:59Z")]
    public void Where_a_caller_calls_from_and_when_the_session_began_tell_nothing_of_who_it_is(
        string? address, string began, string? otherAddress, string otherBegan)
    {
        var pool = new CallerPool();

        Assert.Same(
            Get(pool, Session.Replace("2026-01-02T02:00:00Z", began, StringComparison.Ordinal), address),
            Get(pool, Session.Replace("2026-01-02T02:00:00Z", otherBegan, StringComparison.Ordinal), otherAddress));
    }

    [Theory]
    [InlineData("\"false\"", "\"true\"")]
    [InlineData("deploy", "deplox")]
    [InlineData("2026-01-02T02:00:00Z", "2026-01-02T02:00:00z")]
    [InlineData("2026-01-02T02:00:00Z", "2026-01-02T02:00:00.0")]
    [InlineData("\"creationDate\":", "\"creationdate\":")]
    [InlineData("\"creationDate\":\"2026-01-02T02:00:00Z\"", "\"creationDate\":null")]
    public void Any_other_byte_may(string part, string other) =>
        Assert.NotEqual(Hash(Session, null), Hash(Session.Replace(part, other, StringComparison.Ordinal), null));

    // Too deep for anybody to have looked whether it is JSON: such an identity is a text, of which each byte counts.
    [Theory]
    [InlineData("{\"\":", "}")]
    [InlineData("[", "]")]
    public void Of_an_identity_that_is_nested_deep_each_byte_counts(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 127)) + "{?}" + string.Concat(Enumerable.Repeat(close, 127));
        string[] identities = [.. Enumerable.Range(0, 2).Select(second => $$"""{"a":{{text}},"creationDate":"2026-01-02T02:00:0{{second}}Z"}""")];
        var at = 0;

        Assert.True(JsonWalker.TrySkipValue(Bytes(identities[0]), ref at, 1));
        Assert.Distinct(identities.Select(identity => Text(Caller(identity))));
        Assert.Distinct(identities.Select(identity => Hash(identity, null)));
    }

    [Fact]
    public void Services_that_call_are_known_by_their_addresses() =>
        Assert.All(
            s_services, address => Assert.Equal(address, Get(new CallerPool(), """{"type":"AWSService"}""", address).Name));

    [Fact]
    public void Whatever_has_one_hash_is_read_alike()
    {
        var random = new Random(Seed);
        var known = new Dictionary<SeededHash, string>();
        var alike = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var identity = Altered(s_identities[random.Next(s_identities.Length)], random);
            // A record whose caller is no JSON is broken.
            if (identity.Length > 0 && !IsJson(identity))
                continue;
            var address = s_addresses[random.Next(s_addresses.Length)];
            var caller = Text(Caller(identity, address));

            alike += known.TryGetValue(Hash(identity, address), out var first) ? 1 : 0;
            Assert.Equal(first ?? caller, caller);
            known[Hash(identity, address)] = caller;
        }
        Assert.InRange(alike, 4_000, 18_000);
    }

    private static bool IsJson(string text)
    {
        var at = 0;
        return JsonWalker.TrySkipValue(Bytes(text), ref at) && at == Bytes(text).Length;
    }

    private static string Altered(string identity, Random random)
    {
        const string Alphabet = "0123456789-T:Z\"\\{},";
        if (identity.Length == 0)
            return identity;
        var began = identity.IndexOf("\"creationDate\":\"", StringComparison.Ordinal);
        var text = new StringBuilder(identity);
        for (var changes = random.Next(3); changes > 0; changes--)
        {
            // Mostly the time itself.
            var at = began >= 0 && random.Next(4) > 0 ? began + 16 + random.Next(21) : random.Next(text.Length);
            text[Math.Min(at, text.Length - 1)] = Alphabet[random.Next(random.Next(4) > 0 ? 10 : Alphabet.Length)];
        }
        return text.ToString();
    }

    private static string Text(TrailCaller caller) =>
        string.Join('|', typeof(TrailCaller).GetProperties().Select(property => $"{property.Name}={property.GetValue(caller) ?? "(null)"}"));

    private static TrailCaller Get(CallerPool pool, string identity, string? address) =>
        pool.Get(Hash(identity, address), Bytes(identity), Json(address), "\"AwsApiCall\""u8, consoleSession: false);

    private static SeededHash Hash(string identity, string? address) =>
        CallerPool.HashOf(Bytes(identity), Json(address), "\"AwsApiCall\""u8, consoleSession: false);

    private static byte[] Json(string? address) => address is null ? [] : Bytes($"\"{address}\"");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Line(string identity) => identity.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
}
