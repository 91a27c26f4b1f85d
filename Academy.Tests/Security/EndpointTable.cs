using System.Text.RegularExpressions;

namespace Academy.Tests.Security;

/// <summary>Who gets what from one endpoint by one method.</summary>
/// <param name="Method">GET, POST or PUT.</param>
/// <param name="Route">The route as the endpoint has it.</param>
/// <param name="Address">An address of that route; {running}, {to-submit} and {submitted} are attempts of E0001.</param>
/// <param name="Answers">A status for each of <see cref="WalkedAcademy.People"/>; login is a redirect to the sign-in page.</param>
public sealed record EndpointRow(string Method, string Route, string Address, IReadOnlyList<string> Answers)
{
    public string Name => $"{Method} {Route}";
}

/// <summary>Every page and endpoint of the academy, and what each person may get from it.</summary>
public static partial class EndpointTable
{
    private const string Table =
        """
        Method Route                                             Address                                             nobody E0001 T0001 J0001 B0001 A0001 U0001 B0002 X0001
        GET    /                                                 /                                                   login  200   200   200   200   200   200   200   200
        GET    /assignments                                      /assignments                                        login  200   200   200   200   200   200   200   200
        GET    /admin/assignments                                /admin/assignments                                  login  403   200   403   403   200   403   403   403
        GET    /admin/assignments/new                            /admin/assignments/new                              login  403   200   403   403   200   403   403   403
        POST   /admin/assignments/new                            /admin/assignments/new                              login  403   200   403   403   200   403   403   403
        GET    /admin/assignments/{id:long}                      /admin/assignments/1                                login  403   200   403   403   200   403   403   403
        POST   /admin/assignments/{id:long}                      /admin/assignments/1                                login  403   200   403   403   200   403   403   403
        GET    /admin/assignments/{id:long}/withdrawal           /admin/assignments/1/withdrawal                     login  403   302   403   403   302   403   403   403
        POST   /admin/assignments/{id:long}/withdrawal           /admin/assignments/8/withdrawal                     login  403   302   403   403   302   403   403   403
        GET    /courses                                          /courses                                            login  200   200   200   200   200   200   200   200
        GET    /courses/{slug}                                   /courses/professional-ethics                        login  200   200   200   200   200   200   200   200
        GET    /courses/{slug}/{lesson}                          /courses/professional-ethics/general                login  200   200   200   200   200   200   200   200
        POST   /courses/{slug}/{lesson}                          /courses/professional-ethics/no-such-lesson         login  404   404   404   404   404   404   404   404
        GET    /courses/{slug}/restart                           /courses/professional-ethics/restart                login  302   302   302   302   302   302   302   302
        POST   /courses/{slug}/restart                           /courses/professional-ethics/restart                login  302   302   302   302   302   302   302   302
        PUT    /api/courses/{slug}/{lesson}/progress             /api/courses/professional-ethics/no-such/progress   401    404   404   404   404   404   404   404   404
        GET    /courses/{slug}/{lesson}/files/{id:long}           /courses/professional-ethics/general/files/1        login 404   404   404   404   404   404   404   404
        GET    /authoring/courses                                 /authoring/courses                                  login 403   200   403   403   200   403   403   403
        GET    /authoring/courses/new                             /authoring/courses/new                              login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/new                             /authoring/courses/new                              login 403   200   403   403   200   403   403   403
        GET    /authoring/courses/{slug}                          /authoring/courses/professional-ethics              login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}                          /authoring/courses/no-such                          login 403   404   403   403   404   403   403   403
        POST   /authoring/courses/{slug}/order                    /authoring/courses/no-such/order                    login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/edition                  /authoring/courses/professional-ethics/edition      login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/edition                  /authoring/courses/no-such/edition                  login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/retirement               /authoring/courses/professional-ethics/retirement   login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/retirement               /authoring/courses/no-such/retirement               login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/lessons/new              /authoring/courses/professional-ethics/lessons/new  login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/lessons/new              /authoring/courses/no-such/lessons/new              login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/{lesson}                 /authoring/courses/professional-ethics/general      login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/{lesson}                 /authoring/courses/no-such/general                  login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/preview         /authoring/courses/professional-ethics/general/preview login 403   200   403   403   200   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/document        /authoring/courses/professional-ethics/general/document login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/{lesson}/document        /authoring/courses/no-such/general/document         login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/attachments     /authoring/courses/professional-ethics/general/attachments login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/{lesson}/attachments     /authoring/courses/no-such/general/attachments      login 403   404   403   403   404   403   403   403
        POST   /authoring/courses/{slug}/{lesson}/attachments/{id:long}/removal /authoring/courses/professional-ethics/general/attachments/1/removal login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/retirement      /authoring/courses/professional-ethics/general/retirement login 403   200   403   403   200   403   403   403
        POST   /authoring/courses/{slug}/{lesson}/retirement      /authoring/courses/no-such/general/retirement       login 403   404   403   403   404   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/editions        /authoring/courses/professional-ethics/general/editions login 403   200   403   403   200   403   403   403
        GET    /authoring/courses/{slug}/{lesson}/editions/{number:int} /authoring/courses/professional-ethics/general/editions/1 login 403   200   403   403   200   403   403   403
        GET    /authoring/banks                                  /authoring/banks                                     login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/new                              /authoring/banks/new                                 login 403   200   403   403   200   403   403   403
        POST   /authoring/banks/new                              /authoring/banks/new                                 login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}                        /authoring/banks/1                                   login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}/settings               /authoring/banks/1/settings                          login 403   404   403   403   200   403   403   403
        POST   /authoring/banks/{id:long}/settings               /authoring/banks/1/settings                          login 403   404   403   403   200   403   403   403
        POST   /authoring/banks/{id:long}/shares                 /authoring/banks/1/shares                            login 403   404   403   403   302   403   403   403
        POST   /authoring/banks/{id:long}/shares/removal         /authoring/banks/1/shares/removal                    login 403   404   403   403   404   403   403   403
        GET    /authoring/banks/{id:long}/categories             /authoring/banks/1/categories                        login 403   200   403   403   200   403   403   403
        POST   /authoring/banks/{id:long}/categories             /authoring/banks/1/categories                        login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}/categories/{category:long} /authoring/banks/1/categories/1                      login 403   404   403   403   404   403   403   403
        POST   /authoring/banks/{id:long}/categories/{category:long} /authoring/banks/1/categories/1                      login 403   404   403   403   404   403   403   403
        POST   /authoring/banks/{id:long}/categories/{category:long}/removal /authoring/banks/1/categories/1/removal              login 403   404   403   403   404   403   403   403
        POST   /authoring/banks/{id:long}/selection              /authoring/banks/1/selection                         login 403   302   403   403   302   403   403   403
        GET    /authoring/banks/{id:long}/similar                /authoring/banks/1/similar                           login 403   200   403   403   200   403   403   403
        GET    /authoring/questions/{id:long}                    /authoring/questions/1                               login 403   200   403   403   200   403   403   403
        GET    /authoring/questions/{id:long}/versions           /authoring/questions/1/versions                      login 403   200   403   403   200   403   403   403
        POST   /authoring/questions/{id:long}/versions/{number:int}/restoration /authoring/questions/1/versions/99/restoration       login 403   404   403   403   404   403   403   403
        GET    /authoring/review                                 /authoring/review                                    login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}/import                  /authoring/banks/1/import                     login 403   200   403   403   200   403   403   403
        POST   /authoring/banks/{id:long}/import                  /authoring/banks/1/import                     login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}/export                  /authoring/banks/1/export                     login 403   200   403   403   200   403   403   403
        GET    /authoring/banks/{id:long}/print                   /authoring/banks/1/print                      login 403   200   403   403   200   403   403   403
        GET    /authoring/imports/{id:long}                       /authoring/imports/1                          login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}                       /authoring/imports/1                          login 403   404   403   403   404   403   403   403
        GET    /authoring/imports/{id:long}/rows/{position:int}   /authoring/imports/1/rows/1                   login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/rows/{position:int}   /authoring/imports/1/rows/1                   login 403   404   403   403   404   403   403   403
        GET    /authoring/imports/{id:long}/columns               /authoring/imports/1/columns                  login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/columns               /authoring/imports/1/columns                  login 403   404   403   403   404   403   403   403
        GET    /authoring/imports/{id:long}/rows/{position:int}/question /authoring/imports/1/rows/1/question          login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/rows/{position:int}/question /authoring/imports/1/rows/1/question          login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/application           /authoring/imports/1/application              login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/remainder             /authoring/imports/1/remainder                login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/undoing               /authoring/imports/1/undoing                  login 403   404   403   403   404   403   403   403
        POST   /authoring/imports/{id:long}/rereading             /authoring/imports/1/rereading                login 403   404   403   403   404   403   403   403
        GET    /authoring/banks/{bankId:long}/questions/new        /authoring/banks/1/questions/new                  login 403   200   403   403   200   403   403   403
        POST   /authoring/banks/{bankId:long}/questions/new        /authoring/banks/9999/questions/new               login 403   404   403   403   404   403   403   403
        GET    /authoring/questions/{id:long}/edit                 /authoring/questions/1/edit                       login 403   200   403   403   200   403   403   403
        POST   /authoring/questions/{id:long}/edit                 /authoring/questions/999999/edit                  login 403   404   403   403   404   403   403   403
        GET    /authoring/quizzes                                  /authoring/quizzes                                login 403   200   403   403   200   403   403   403
        GET    /authoring/quizzes/new                              /authoring/quizzes/new                            login 403   200   403   403   200   403   403   403
        POST   /authoring/quizzes/new                              /authoring/quizzes/new                            login 403   200   403   403   200   403   403   403
        GET    /authoring/quizzes/{id:long}                          /authoring/quizzes/1                          login 403   404   403   403   404   403   403   403
        POST   /authoring/quizzes/{id:long}                          /authoring/quizzes/1                          login 403   404   403   403   404   403   403   403
        GET    /authoring/quizzes/{id:long}/preview                  /authoring/quizzes/1/preview                  login 403   404   403   403   404   403   403   403
        GET    /authoring/quizzes/{id:long}/publication              /authoring/quizzes/1/publication              login 403   404   403   403   404   403   403   403
        POST   /authoring/quizzes/{id:long}/publication              /authoring/quizzes/1/publication              login 403   404   403   403   404   403   403   403
        POST   /authoring/quizzes/{id:long}/closing                  /authoring/quizzes/1/closing                  login 403   404   403   403   404   403   403   403
        GET    /authoring/quizzes/{id:long}/sections/{number:int}    /authoring/quizzes/1/sections/1               login 403   404   403   403   404   403   403   403
        POST   /authoring/quizzes/{id:long}/sections/{number:int}    /authoring/quizzes/1/sections/1               login 403   404   403   403   404   403   403   403
        GET    /quizzes                                          /quizzes                                            login  200   200   200   200   200   200   200   200
        GET    /quizzes/{id:long}                                /quizzes/1                                          login  200   200   200   200   200   200   200   200
        GET    /quizzes/{id:long}/start                          /quizzes/1/start                                    login  302   302   302   302   302   302   302   403
        POST   /quizzes/{id:long}/start                          /quizzes/1/start                                    login  302   302   302   302   302   302   302   403
        GET    /authoring/marking                                /authoring/marking                                  login  403   200   403   403   200   403   403   403
        GET    /authoring/marking/quizzes/{id:long}              /authoring/marking/quizzes/1                        login  403   200   403   403   200   403   403   403
        GET    /authoring/marking/{attemptId:long}/{slot:int}    /authoring/marking/{submitted}/1                    login  403   404   403   403   404   403   403   403
        POST   /authoring/marking/{attemptId:long}/{slot:int}    /authoring/marking/{submitted}/1                    login  403   404   403   403   404   403   403   403
        GET    /questions/files/{digest:length(64)}              /questions/files/0000000000000000000000000000000000000000000000000000000000000000 login 404 404 404 404 404 404 404 404
        GET    /attempts/{id:long}                               /attempts/{running}                                 login  200   404   404   404   404   404   404   403
        POST   /attempts/{id:long}                               /attempts/{running}                                 login  200   404   404   404   404   404   404   403
        GET    /attempts/{id:long}/submit                        /attempts/{running}/submit                          login  302   302   302   302   302   302   302   403
        POST   /attempts/{id:long}/submit                        /attempts/{to-submit}/submit                        login  302   404   404   404   404   404   404   403
        GET    /attempts/{id:long}/result                        /attempts/{submitted}/result                        login  200   404   404   404   404   404   404   403
        PUT    /api/attempts/{attemptId:long}/responses/{slot:int}  /api/attempts/{running}/responses/1              401    200   404   404   404   404   404   404   403
        GET    /admin/audit                                      /admin/audit                                        login  403   403   403   403   200   200   403   200
        GET    /admin/audit/export                               /admin/audit/export                                 login  403   403   403   403   200   200   403   200
        GET    /courses/{slug}/attestation                       /courses/complaint-handling/attestation             login  200   200   200   200   200   200   200   200
        POST   /courses/{slug}/attestation                       /courses/professional-ethics/attestation            login  404   404   404   404   404   404   404   404
        GET    /branch/attestations                              /branch/attestations                                login  403   200   403   200   200   200   200   200
        GET    /branch/attestations/export                       /branch/attestations/export                         login  403   200   403   200   200   200   200   200
        GET    /search                                           /search?q=%E5%AE%A2%E6%88%B7                       login  200   200   200   200   200   200   200   200
        GET    /admin/people/imports                             /admin/people/imports                               login  403   403   403   403   200   403   403   403
        POST   /admin/people/imports                             /admin/people/imports                               login  403   403   403   403   200   403   403   403
        GET    /admin/people/imports/template                    /admin/people/imports/template                      login  403   403   403   403   200   403   403   403
        GET    /admin/people/imports/{id:long}                   /admin/people/imports/1                             login  403   403   403   403   404   403   403   403
        POST   /admin/people/imports/{id:long}                   /admin/people/imports/1                             login  403   403   403   403   404   403   403   403
        GET    /inbox                                            /inbox                                              login  200   200   200   200   200   200   200   200
        GET    /inbox/{id:long}                                  /inbox/1                                            login  302   302   302   302   302   302   302   302
        POST   /inbox/{id:long}                                  /inbox/1                                            login  404   404   404   404   404   404   404   404
        GET    /branch                                           /branch                                             login  403   403   403   200   200   200   200   200
        GET    /branch/people                                    /branch/people                                      login  403   403   403   200   200   200   200   200
        GET    /branch/coverage.xlsx                             /branch/coverage.xlsx                               login  403   403   403   200   200   200   200   200
        GET    /branch/nudges                                    /branch/nudges                                      login  403   403   403   302   302   403   302   403
        POST   /branch/nudges                                    /branch/nudges                                      login  403   403   403   404   404   403   404   403
        GET    /account/login                                    /account/login                                      200    302   302   302   302   302   302   302   302
        POST   /account/login                                    /account/login                                      200    200   200   200   200   200   200   200   200
        GET    /account/logout                                   /account/logout                                     302    302   302   302   302   302   302   302   302
        POST   /account/logout                                   /account/logout                                     302    302   302   302   302   302   302   302   302
        GET    /account/password                                 /account/password                                   login  200   200   200   200   200   200   200   200
        POST   /account/password                                 /account/password                                   login  200   200   200   200   200   200   200   200
        GET    /admin/people                                     /admin/people                                       login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}                            /admin/people/E0001                                 login  403   403   403   403   200   403   403   403
        GET    /admin/branches                                   /admin/branches                                     login  403   403   403   403   200   403   403   403
        GET    /admin/positions                                  /admin/positions                                    login  403   403   403   403   200   403   403   403
        GET    /admin/people/new                                 /admin/people/new                                   login  403   403   403   403   200   403   403   403
        POST   /admin/people/new                                 /admin/people/new                                   login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/details                    /admin/people/E0002/details                         login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/details                    /admin/people/E0002/details                         login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/posting                    /admin/people/E0002/posting                         login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/posting                    /admin/people/E0002/posting                         login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/employment                 /admin/people/E0002/employment                      login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/employment                 /admin/people/E0002/employment                      login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/roles                      /admin/people/A0001/roles                           login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/roles                      /admin/people/A0001/roles                           login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/password                   /admin/people/A0001/password                        login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/password                   /admin/people/A0001/password                        login  403   403   403   403   200   403   403   403
        GET    /admin/people/passwords                           /admin/people/passwords                             login  403   403   403   403   200   403   403   403
        POST   /admin/people/passwords                           /admin/people/passwords                             login  403   403   403   403   200   403   403   403
        GET    /admin/branches/new                               /admin/branches/new                                 login  403   403   403   403   200   403   403   403
        POST   /admin/branches/new                               /admin/branches/new                                 login  403   403   403   403   200   403   403   403
        GET    /admin/branches/{code}                            /admin/branches/101                                 login  403   403   403   403   200   403   403   403
        POST   /admin/branches/{code}                            /admin/branches/101                                 login  403   403   403   403   200   403   403   403
        GET    /admin/branches/{code}/parent                     /admin/branches/101/parent                          login  403   403   403   403   200   403   403   403
        POST   /admin/branches/{code}/parent                     /admin/branches/101/parent                          login  403   403   403   403   200   403   403   403
        GET    /admin/positions/new                              /admin/positions/new                                login  403   403   403   403   200   403   403   403
        POST   /admin/positions/new                              /admin/positions/new                                login  403   403   403   403   200   403   403   403
        GET    /admin/positions/{slug}                           /admin/positions/teller                             login  403   403   403   403   200   403   403   403
        POST   /admin/positions/{slug}                           /admin/positions/teller                             login  403   403   403   403   200   403   403   403
        GET    /admin/people/{number}/unlock                     /admin/people/E0002/unlock                          login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/unlock                     /admin/people/E0002/unlock                          login  403   403   403   403   302   403   403   403
        GET    /admin/people/{number}/account                    /admin/people/E0002/account                         login  403   403   403   403   200   403   403   403
        POST   /admin/people/{number}/account                    /admin/people/E0002/account                         login  403   403   403   403   302   403   403   403
        GET    /admin/branches/{code}/closure                    /admin/branches/101/closure                         login  403   403   403   403   200   403   403   403
        POST   /admin/branches/{code}/closure                    /admin/branches/101/closure                         login  403   403   403   403   302   403   403   403
        POST   /preferences/language                             /preferences/language                               302    302   302   302   302   302   302   302   302
        POST   /preferences/appearance                           /preferences/appearance                             302    302   302   302   302   302   302   302   302
        GET    /health/live                                      /health/live                                        200    200   200   200   200   200   200   200   200
        GET    /health/ready                                     /health/ready                                       200    200   200   200   200   200   200   200   200
        GET    /error                                            /error                                              200    200   200   200   200   200   200   200   200
        POST   /error                                            /error                                              200    200   200   200   200   200   200   200   200
        GET    /status/{code:int}                                /status/404                                         200    200   200   200   200   200   200   200   200
        POST   /status/{code:int}                                /status/404                                         200    200   200   200   200   200   200   200   200
        GET    {*path:nonfile}                                   /no/such/page                                       404    404   404   404   404   404   404   404   404
        """;

    public static readonly IReadOnlyList<EndpointRow> Rows = [.. Table.Split('\n').Skip(1).Select(RowOf)];

    private static EndpointRow RowOf(string line) => Spaces().Split(line.Trim()) is [var method, var route, var address, .. var answers]
        ? new EndpointRow(method, route, address, answers)
        : throw new FormatException(line);

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
