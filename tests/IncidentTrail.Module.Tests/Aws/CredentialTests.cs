using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Aws;

/// <summary>Whose credentials a bucket is read with. Each case has a key prefix of its own, by which its requests are known.</summary>
public sealed class CredentialTests : IDisposable
{
    private readonly BucketServer _bucket = new();
    private readonly RoleServer _roles = new();
    private readonly AwsHome _home = new();

    public void Dispose()
    {
        _bucket.Dispose();
        _roles.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void Credentials_are_taken_in_the_order_of_AWS_Tools()
    {
        const string Literal = "-AccessKey AKIALITERAL -SecretKey s";
        const string Object = "-Credential @{ AccessKey = 'AKIAOBJECT'; SecretKey = 's' }";
        var run = Run($$"""
            $global:StoredAWSCredentials = @{ AccessKey = 'AKIASESSION'; SecretKey = 's'; SessionToken = 't' }
            $env:AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT'
            $env:AWS_SECRET_ACCESS_KEY = 's'
            $env:AWS_WEB_IDENTITY_TOKEN_FILE = '{{_home.Credentials}}'
            $env:AWS_ROLE_ARN = 'arn:aws:iam::111122223333:role/web'
            $env:AWS_PROFILE = 'base'
            $env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '{{_roles.Url}}/container'
            {{Read("literal", $"{Literal} {Object} -ProfileName reader")}}
            {{Read("object", $"{Object} -ProfileName reader")}}
            {{Read("profile", "-ProfileName reader")}}
            {{Read("session")}}
            $global:StoredAWSCredentials = $null
            {{Read("environment")}}
            $env:AWS_ACCESS_KEY_ID = $null
            {{Read("web")}}
            $env:AWS_WEB_IDENTITY_TOKEN_FILE = $null
            {{Read("named")}}
            $env:AWS_PROFILE = $null
            {{Read("default")}}
            [System.IO.File]::WriteAllText('{{_home.Credentials}}', '')
            {{Read("container")}}
            """);

        Assert.Equal("", run.Error);
        Assert.Equal(
            [
                "literal AKIALITERAL", "object AKIAOBJECT", "profile ASIAREADER", "session AKIASESSION", "environment AKIAENVIRONMENT",
                "web ASIAWEB", "named AKIABASE", "default AKIADEFAULT", "container ASIACONTAINER",
            ],
            Seen());
    }

    [Fact]
    public void An_object_may_be_anything_that_gives_three_texts()
    {
        var run = Run($$"""
            class Renewing { [object] GetCredentials() { return [pscustomobject] @{ AccessKey = 'AKIARENEWING'; SecretKey = 's'; Token = 't' } } }
            $sts = [pscustomobject] @{ Credentials = [pscustomobject] @{
                AccessKeyId = 'AKIASTS'; SecretAccessKey = 's'; SessionToken = 't'; Expiration = '2099-01-01T00:00:00Z' } }
            $login = [pscredential]::new('AKIALOGIN', [System.Net.NetworkCredential]::new('', 's').SecurePassword)
            {{Read("renewing", "-Credential ([Renewing]::new())")}}
            {{Read("sts", "-Credential $sts")}}
            {{Read("login", "-Credential $login")}}
            $global:StoredAWSCredentials = [pscustomobject] @{ Credentials = [Renewing]::new(); Name = 'x' }
            {{Read("stored")}}
            {{Read("number", "-Credential 7")}}
            """);

        Assert.Equal(["renewing AKIARENEWING", "sts AKIASTS", "login AKIALOGIN", "stored AKIARENEWING"], Seen());
        Assert.Contains("holds no AWS credentials", run.Error);
    }

    [Fact]
    public void Profiles_of_every_kind_are_followed()
    {
        var run = Run($"""
            {Read("reader", "-ProfileName reader")}
            {Read("chained", "-ProfileName chained")}
            {Read("process", "-ProfileName process")}
            {Read("sso", "-ProfileName sso")}
            {Read("beyond", "-ProfileName role-of-sso")}
            {Read("bucket", "-ProfileName base -BucketRoleArn arn:aws:iam::444455556666:role/archive -ExternalId given -SourceIdentity me")}
            """);

        Assert.Equal("", run.Error);
        Assert.Equal(
            ["reader ASIAREADER", "chained ASIACHAINED", "process AKIAPROCESS", "sso ASIASSO", "beyond ASIABEYOND", "bucket ASIAARCHIVE"], Seen());
        var reader = _roles.Asked.First(asked => asked["RoleArn"].EndsWith("/reader", StringComparison.Ordinal));
        Assert.Equal(("shared-with-you", "IncidentTrail"), (reader["ExternalId"], reader["RoleSessionName"]));
        Assert.Equal("by-the-profile", _roles.Asked.Single(asked => asked["RoleArn"].EndsWith("/chained", StringComparison.Ordinal))["RoleSessionName"]);
        var archive = _roles.Asked.Single(asked => asked["RoleArn"].EndsWith("/archive", StringComparison.Ordinal));
        Assert.Equal(("given", "me"), (archive["ExternalId"], archive["SourceIdentity"]));
    }

    [UnixFact]
    public async Task The_code_of_an_MFA_device_is_asked_for_once_a_session_as_a_secret()
    {
        using var terminal = ChildPwsh.StartAtTerminal(_home.Environment(_roles) + $"""
            {Read("first", "-ProfileName mfa")}
            {Read("second", "-ProfileName mfa")}
            """);
        await ChildPwsh.ShowsAsync(terminal, "Code of the MFA device arn:aws:iam::111122223333:mfa/me: ");
        await terminal.StandardInput.WriteAsync("123456\r");
        await terminal.StandardInput.FlushAsync();
        var run = ChildPwsh.EndOf(terminal);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["first ASIAGUARDED", "second ASIAGUARDED"], Seen());
        var asked = Assert.Single(_roles.Asked);
        Assert.Equal(("arn:aws:iam::111122223333:mfa/me", "123456"), (asked["SerialNumber"], asked["TokenCode"]));
        // What pwsh shows of a secret.
        Assert.Equal("123456".Length, run.Output.Count(character => character == '*'));
    }

    [Theory]
    [InlineData("-ProfileName nobody", "TrailCredentials", "does not exist")]
    [InlineData("-ProfileName circle", "TrailCredentials", "circle → circle2 → circle")]
    [InlineData("-ProfileName console", "TrailCredentials", "aws configure export-credentials --profile console")]
    [InlineData("-ProfileName settings-only", "TrailCredentials", "settings only")]
    [InlineData("-ProfileName forbidden", "TrailAccessDenied", "trust policy")]
    [InlineData("-ProfileName mfa", "TrailCredentials", "MFA device")]
    [InlineData("-ProfileName sso-signed-out", "TrailCredentials", "aws sso login --profile sso-signed-out' or Invoke-AWSSSOLogin -ProfileName sso-signed-out")]
    [InlineData("-ProfileName base -BucketRoleArn arn:aws:iam::444455556666:role/forbidden", "TrailAccessDenied", "role/forbidden could not be assumed")]
    [InlineData("-AccessKey AKIAALONE", "TrailCredentials", "-SecretKey")]
    [InlineData("-EndpointUrl not-an-address -ProfileName base", "TrailArgument", "not-an-address")]
    public void What_is_wrong_is_one_error_that_names_it_and_the_remedy(string arguments, string id, string words)
    {
        var endpoint = arguments.Contains("-EndpointUrl", StringComparison.Ordinal) ? "" : $"-EndpointUrl {_bucket.Url}";

        var run = Run($$"""
            Get-IncidentTrailEvent -BucketName trail {{endpoint}} {{arguments}} -ErrorVariable failed 2>$null
            '=='
            $failed.Count
            $failed.FullyQualifiedErrorId
            "$($failed.ErrorDetails)$($failed.ErrorDetails.RecommendedAction)"
            """);

        // A question that nobody can answer may stand before it.
        var lines = run.Output.Split("==\n")[1].Split('\n');
        Assert.Equal("1", lines[0]);
        Assert.StartsWith(id + ",", lines[1]);
        Assert.Contains(words, lines[2]);
        Assert.Empty(_bucket.Requests);
    }

    [Fact]
    public void A_broken_default_profile_ends_nothing_that_does_not_use_it()
    {
        File.WriteAllText(
            Path.Combine(_home.Folder, ".aws", "config"),
            "[default]\nno setting\nretry_mode = legacy\nsso_session = none\nendpoint_url = http://127.0.0.1:1\nendpoint_url = http://127.0.0.1:2\n[profile cut\n");

        var run = Run($"""
            {Read("literal", "-AccessKey AKIALITERAL -SecretKey s")}
            {Read("role", "-AccessKey AKIALITERAL -SecretKey s -BucketRoleArn arn:aws:iam::444455556666:role/archive")}
            {Read("reader", "-ProfileName reader")}
            {Read("sso", "-ProfileName sso")}
            {Read("default")}
            """);

        Assert.Equal(["literal AKIALITERAL", "role ASIAARCHIVE", "reader ASIAREADER", "sso ASIASSO"], Seen());
        Assert.Contains("line 2 is no setting in [default] of", run.Error.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("[pscustomobject] @{ Hostname = 'HOST'; Port = PORT; BypassList = @('^x'); BypassOnLocal = $null; Credentials = $null }")]
    [InlineData("@{ Hostname = 'http://HOST'; Port = PORT }")]
    [InlineData("[ProxySettings]::new()")]
    public void The_sessions_proxy_is_gone_by(string stored)
    {
        using var proxy = new LoopbackServer(_ => new LoopbackAnswer(404, ""));
        string Of(string text) => text.Replace("HOST", proxy.Url.Host).Replace("PORT", $"{proxy.Url.Port}");

        Run($$"""
            class ProxySettings { [string] $Hostname = '{{proxy.Url.Host}}'; [int] $Port = {{proxy.Url.Port}}; [System.Collections.Generic.List[string]] $BypassList; $Credentials; $BypassOnLocal }
            $global:AWSProxy = {{Of(stored)}}
            Get-IncidentTrailEvent -BucketName trail -EndpointUrl http://s3.example.net -ProfileName base
            """);

        Assert.StartsWith("http://s3.example.net/trail", Assert.Single(proxy.Requests.Select(r => r.Target).Distinct()));
    }

    [Fact]
    public void Secrets_are_in_no_output_whatever_goes_wrong()
    {
        _bucket.Answer = _ => BucketAnswer.Error(403, "SignatureDoesNotMatch", "no", "<StringToSign>x-amz-security-token:token-of-reader</StringToSign>");

        var run = Run($"""
            {Read("a", "-ProfileName reader -Verbose -Debug")}
            {Read("b", "-AccessKey AKIALITERAL -SecretKey very-secret -SessionToken very-secret-too -Verbose -Debug")}
            $Error | ForEach-Object ToString
            """);

        Assert.Contains("SignatureDoesNotMatch", run.Output + run.Error);
        Assert.All(["very-secret", "token-of-reader", "secret-of-reader", "base-secret"], secret => Assert.DoesNotContain(secret, run.Output + run.Error));
    }

    private string Read(string name, string arguments = "")
    {
        _bucket.Content.Put(
            $"case-{name}/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz",
            """{"Records":[]}"""u8.ToArray());
        return $"Get-IncidentTrailEvent -BucketName trail -EndpointUrl {_bucket.Url} -KeyPrefix case-{name} {arguments}";
    }

    private PwshRun Run(string script) => ChildPwsh.Run(_home.Environment(_roles) + script);

    private IEnumerable<string> Seen() => _bucket.Requests
        .Where(request => request.Query("prefix")?.StartsWith("case-", StringComparison.Ordinal) == true)
        .Select(request => $"{request.Query("prefix")!.Split('/')[0][5..]} {request.AccessKey}").Distinct();
}
