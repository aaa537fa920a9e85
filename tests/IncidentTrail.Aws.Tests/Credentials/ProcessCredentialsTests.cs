namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What a credential_process prints, in the forms in which programs write it.</summary>
public sealed class ProcessCredentialsTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    // AWSSDK.Core 4.1.0 says of an Expiration that is null that the document is malformed
    // (findings/awssdk-process-that-ends-never-is-malformed.sh).
    [Theory]
    [InlineData("")]
    [InlineData(", \"SessionToken\": null, \"Expiration\": null")]
    [InlineData(", \"Expiration\": \"\"")]
    [InlineData(", \"SessionToken\": \"t\", \"Expiration\": \"2999-01-02T03:04:05Z\"")]
    [InlineData(", \"SessionToken\": \"t\", \"Expiration\": \"2999-01-02T03:04:05+00:00\", ")]
    [InlineData(", \"AccountId\": \"111122223333\", \"Other\": {\"a\": [1]}")]
    public void Keys_are_taken_as_they_are_printed(string more)
    {
        Print($$"""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s"{{more}}}""");

        Assert.Equal("AKIAPRINTED", _home.KeyOf());
    }

    // By the SDK an Expiration without a zone is local time.
    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void An_end_without_a_zone_is_in_UTC(int hours, bool isUsed)
    {
        Print($$"""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s", "Expiration": "{{DateTime.UtcNow.AddHours(hours):yyyy-MM-ddTHH:mm:ss}}"}""");

        if (isUsed)
            Assert.Equal("AKIAPRINTED", _home.KeyOf());
        else
            Assert.Contains("credential_process in [default] of ", _home.FaultOf().Message);
    }

    [Theory]
    [InlineData("""{"Version": 2, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "hidden"}""", "it printed Version 2, and there is 1")]
    [InlineData("""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": ""}""", "no SecretAccessKey")]
    [InlineData("""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "hidden", "Expiration": "soon"}""", "Expiration that it printed is no time")]
    [InlineData("hidden", "line 1, byte 1")]
    [InlineData("{\n\"Version\": 1, \"AccessKeyId\": \"AKIAPRINTED\", \"SecretAccessKey\": the-hidden}", "line 2, byte 65")]
    [InlineData("""{"Version": 1, "AKIA-hidden": none}""", "line 1, byte")]
    [InlineData("""{"Version": "1"}""", "line 1, byte")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("null", "Version 0")]
    public void What_cannot_be_used_is_told_without_what_was_printed(string printed, string words)
    {
        Print(printed);

        var error = Assert.Throws<TrailSourceException>(() => _home.KeyOf());

        Assert.Contains(words, error.Fault.Message);
        Assert.DoesNotContain("hidden", error.Fault.Message);
        Assert.DoesNotContain("hidden", $"{error}");
    }

    [Fact]
    public void Of_what_a_failing_process_says_at_length_the_end_is_told()
    {
        if (OperatingSystem.IsWindows())
            return;
        _home.Config("[default]\ncredential_process = seq 100000 >&2; echo no ticket >&2; exit 3");

        var message = _home.FaultOf().Message;

        Assert.Contains("exit code 3: …", message);
        Assert.EndsWith("\n100000\nno ticket.", message);
        Assert.InRange(message.Length, 400, 1000);
    }

    // Where there are more than two, cmd takes the first and the last away, unless it is told not to.
    [Fact]
    public void A_command_may_begin_and_end_with_quotation_marks()
    {
        Print("""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s"}""", OperatingSystem.IsWindows() ? "\"cmd.exe\" /c type" : "\"cat\"");

        Assert.Equal("AKIAPRINTED", _home.KeyOf());
    }

    [Theory]
    [InlineData("""{"Version":1,"AccessKeyId":"AKIAPRINTED","SecretAccessKey":"short-one"}""", "short-one")]
    [InlineData("+ export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "bPxRfi")]
    [InlineData("+ aws configure set aws_session_token 'IQoJb3JpZ2luX2VjEXAMPLETOKEN0123456789=='", "IQoJ")]
    [InlineData("got wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "bPxRfi")]
    public void What_a_failing_process_says_is_told_without_its_secrets(string said, string secret)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path.Combine(_home.Folder, "said"), $"before\n{said}\nno ticket in /usr/local/share/kerberos/caches\n");
        _home.Config($"[default]\ncredential_process = cat '{_home.Folder}/said' >&2; exit 3");

        var error = Assert.Throws<TrailSourceException>(() => _home.KeyOf());

        Assert.Contains("exit code 3: before", error.Fault.Message);
        Assert.EndsWith("no ticket in /usr/local/share/kerberos/caches.", error.Fault.Message);
        Assert.DoesNotContain(secret, $"{error} {error.Fault.Message}");
    }

    [Fact]
    public void A_process_that_prints_without_end_is_ended()
    {
        if (OperatingSystem.IsWindows())
            return;
        _home.Config("[default]\ncredential_process = yes");

        Assert.Contains("it printed more than 1,048,576 characters", _home.FaultOf().Message);
    }

    // .NET sends them as they are: behind a line end begins a header that somebody else chose.
    [Theory]
    [InlineData("AKIA\\r\\nX-Other: 1", "s", "t", "access key")]
    [InlineData("AKIA\u00e9", "s", "t", "access key")]
    [InlineData("AKIA", "s\\n", "t", "secret key")]
    [InlineData("AKIA", "s\uFFFD", "t", "secret key")]
    [InlineData("AKIA", "s", "t\\u0000", "session token")]
    [InlineData("AKIA", "s", "t\\r\\nX-Other: 1", "session token")]
    public void Keys_that_would_end_a_line_of_the_request_are_none(string access, string secret, string token, string part)
    {
        Print($$"""{"Version": 1, "AccessKeyId": "{{access}}", "SecretAccessKey": "{{secret}}", "SessionToken": "{{token}}"}""");

        var fault = _home.FaultOf();

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains($"their {part} holds", fault.Message);
        Assert.DoesNotContain("Other", fault.Message);
    }

    [Fact]
    public void So_is_a_token_of_the_environment_with_a_line_end_behind_it()
    {
        _home["AWS_ACCESS_KEY_ID"] = "AKIA";
        _home["AWS_SECRET_ACCESS_KEY"] = "s";
        _home["AWS_SESSION_TOKEN"] = "t\r";

        var fault = _home.FaultOf();

        Assert.Contains("their session token holds", fault.Message);
        Assert.Contains("line end", fault.Remedy);
    }

    private void Print(string text, string? command = null)
    {
        var file = Path.Combine(_home.Folder, "printed");
        File.WriteAllText(file, text);
        _home.Config($"[default]\ncredential_process = {command ?? (OperatingSystem.IsWindows() ? "type" : "cat")} \"{file}\"");
    }
}
